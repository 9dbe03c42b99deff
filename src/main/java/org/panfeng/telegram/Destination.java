package org.panfeng.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Where a new message goes, and on what terms.
 *
 * @param isPaid whether Telegram may charge for it what goes beyond the messages a second that are free
 */
record Destination(long chatId, boolean isPaid) {
    /** As requests have it: left out where it does not hold. */
    @Nullable
    Boolean allowsPaidBroadcast() {
        return isPaid ? true : null;
    }
}
