package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.mailbox.Reception;
import org.panfeng.programme.Timetable;

/**
 * Which study days still take answers. A day ends at its boundary; where the bot was not receiving then, it stays open until the bot has
 * received for an hour again.
 */
final class OpenDays {
    static final Duration GRACE = Duration.ofHours(1);

    private final Timetable timetable;
    private final ProgrammeDays days;
    private final Reception reception;

    OpenDays(Timetable timetable, ProgrammeDays days, Reception reception) {
        this.timetable = timetable;
        this.days = days;
        this.reception = reception;
    }

    /** Whether an answer received at this instant counts for this day. */
    boolean takes(LocalDate day, Instant receivedAt) {
        Instant end = timetable.endOf(day);
        if (receivedAt.isBefore(end)) {
            return !receivedAt.isBefore(timetable.startOf(day));
        }
        return wasDeaf(end) && !isOver(day, receivedAt) && !days.isClosed(day);
    }

    /** Whether a day is over for good at this instant, so that it can be closed. */
    boolean isOver(LocalDate day, Instant now) {
        Instant end = timetable.endOf(day);
        if (now.isBefore(end)) {
            return false;
        }
        Optional<Reception.Stretch> stretch = reception.stretch();
        return stretch.isPresent() && (stretch.get().covers(end) || heardForAnHour(stretch.get(), end));
    }

    private static boolean heardForAnHour(Reception.Stretch stretch, Instant end) {
        return stretch.since().isAfter(end)
                && !stretch.last().isBefore(stretch.since().plus(GRACE));
    }

    private boolean wasDeaf(Instant end) {
        return reception
                .stretch()
                .filter(stretch -> stretch.since().isAfter(end))
                .isPresent();
    }
}
