/** A local stand-in for Telegram's Bot API with a chat page, so that anybody can try Panfeng without a token. It reaches the rest over HTTP only. */
@NullMarked
package org.panfeng.sandbox;

import org.jspecify.annotations.NullMarked;
