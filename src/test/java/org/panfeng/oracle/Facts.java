package org.panfeng.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened: all that a ledger may rest on. */
public final class Facts {
    private Facts() {}

    /**
     * The office.
     *
     * @param zone of the programme
     * @param dayStartsAt when a day starts, and with it ends the one before
     * @param calendars every calendar there ever was, the oldest first
     * @param closedAt when the closing saw a day over, so that it took no answers any more; a day that is not named is still open
     * @param withdrawnAt when the lesson of a day was withdrawn
     */
    public record Office(
            ZoneId zone,
            LocalTime dayStartsAt,
            List<Calendar> calendars,
            Map<LocalDate, Instant> closedAt,
            Map<LocalDate, Instant> withdrawnAt) {

        /** An office whose calendar never changed. */
        public Office(
                ZoneId zone,
                LocalTime dayStartsAt,
                Set<LocalDate> studyDays,
                Map<LocalDate, Instant> closedAt,
                Map<LocalDate, Instant> withdrawnAt) {
            this(zone, dayStartsAt, List.of(new Calendar(Instant.MIN, studyDays)), closedAt, withdrawnAt);
        }
    }

    /**
     * What the study days were from an instant on, until the next calendar.
     *
     * @param since the first instant at which it was known
     */
    public record Calendar(Instant since, Set<LocalDate> studyDays) {}

    /**
     * Somebody who studies.
     *
     * @param delivered when the messenger accepted a day's task
     * @param blocked the days on which the person kept the bot out
     * @param finishes in the order in which they were received
     */
    public record Person(
            Instant enrolledAt,
            List<Away> away,
            Map<LocalDate, Instant> delivered,
            Set<LocalDate> blocked,
            List<Finish> finishes) {}

    /**
     * Leave, or a suspension.
     *
     * @param last the last day of it; null for one without an end
     * @param validSince from this instant on it was known and counted
     * @param cancelledAt from this instant on it counted no more; null for never
     */
    public record Away(
            LocalDate first,
            @Nullable LocalDate last,
            boolean isSuspension,
            Instant validSince,
            @Nullable Instant cancelledAt) {}

    /** The last question of a day's task was answered. */
    public record Finish(LocalDate day, Instant at) {}
}
