/** The bot's own HTTP port: health. */
@NullMarked
package org.panfeng.web;

import org.jspecify.annotations.NullMarked;
