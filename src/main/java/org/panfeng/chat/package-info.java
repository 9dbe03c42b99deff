/** The conversation: the dispatcher, commands and buttons, the turn a handler is given, the texts in Chinese and English. */
@NullMarked
package org.panfeng.chat;

import org.jspecify.annotations.NullMarked;
