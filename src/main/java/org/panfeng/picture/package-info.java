/** Pictures for the chat: what they show is handed in, what they say comes from the texts; no database and no Telegram. */
@NullMarked
package org.panfeng.picture;

import org.jspecify.annotations.NullMarked;
