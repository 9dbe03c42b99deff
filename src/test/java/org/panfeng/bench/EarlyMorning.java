package org.panfeng.bench;

import java.time.Clock;
import java.time.ZoneOffset;

/** A zone in which it is between five and six: the study day has begun, and for hours nothing is pushed that nobody asked for. */
public final class EarlyMorning {
    private EarlyMorning() {}

    /** Its name, as of now. */
    public static String zone() {
        int hour = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getHour();
        int ahead = Math.floorMod(5 - hour + 12, 24) - 12;
        // In these names the sign is the other way round.
        return "Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(ahead);
    }
}
