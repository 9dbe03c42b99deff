/**
 * A Bot API for measurements: a process of its own that costs little per request, delays, limits and breaks what it is told to, plays
 * the people, and keeps the record. What it answers is enough for a bot that sends; whoever wants every detail of Telegram uses {@code
 * org.panfeng.sandbox}. Everything runs on one thread, so that nothing needs a lock.
 */
@NullMarked
package org.panfeng.bench.botapi;

import org.jspecify.annotations.NullMarked;
