/** The bot as people run it: a process of its own, which can be killed, and a Bot API on loopback. */
@NullMarked
package org.panfeng.live;

import org.jspecify.annotations.NullMarked;
