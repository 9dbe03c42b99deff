package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import org.panfeng.mailbox.Reception;
import org.panfeng.programme.Timetable;

/** Which study days still take answers: those that last, by {@link DaySpan}, and are not closed. */
final class OpenDays {
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
        DaySpan span = span(day);
        return span.contains(receivedAt) || span.isProlonged(receivedAt, reception.stretch()) && !days.isClosed(day);
    }

    /** Whether a day is over for good at this instant, so that it can be closed. */
    boolean isOver(LocalDate day, Instant now) {
        return span(day).isOver(now, reception.stretch());
    }

    private DaySpan span(LocalDate day) {
        return new DaySpan(timetable.startOf(day), timetable.endOf(day));
    }
}
