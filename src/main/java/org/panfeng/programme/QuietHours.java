package org.panfeng.programme;

import java.time.LocalTime;

/** When people sleep: nothing is begun then that can wait, and what cannot comes without a sound. */
public final class QuietHours {
    private static final LocalTime UNTIL = LocalTime.of(5, 0);
    private static final LocalTime FROM = LocalTime.of(22, 30);

    private QuietHours() {}

    /** Whether people sleep at this time of day. */
    public static boolean cover(LocalTime local) {
        return local.isBefore(UNTIL) || local.isAfter(FROM);
    }
}
