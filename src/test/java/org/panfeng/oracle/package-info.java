/**
 * The rules of days and streaks written a second time, naively and without a look at the bot's own code, to hold it against. Nothing here may
 * use a class of the bot.
 */
@NullMarked
package org.panfeng.oracle;

import org.jspecify.annotations.NullMarked;
