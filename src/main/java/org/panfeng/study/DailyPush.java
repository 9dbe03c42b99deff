package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;

/** Sends the day's task to everybody whose push time has come and who has not had it: also late, as long as the day is open. */
public final class DailyPush {
    static final String TOPIC = "task";

    private final Jdbi jdbi;
    private final Timetable timetable;
    private final Handout handout;

    DailyPush(Jdbi jdbi, Timetable timetable, Handout handout) {
        this.jdbi = jdbi;
        this.timetable = timetable;
        this.handout = handout;
    }

    /**
     * Pushes what is due at this instant.
     *
     * @return to how many
     */
    public int due(Instant now) {
        Optional<LocalDate> day = timetable.studyDayAt(now);
        return day.isEmpty() ? 0 : push(day.get(), timetable.latestTimeReached(day.get(), now), now);
    }

    private int push(LocalDate day, LocalTime upTo, Instant now) {
        int given = 0;
        Optional<Handout.Portion> portion = give(day, upTo, new PersonId(0), now);
        while (portion.isPresent()) {
            given += portion.get().given();
            portion = give(day, upTo, portion.get().upTo(), now);
        }
        return given;
    }

    private Optional<Handout.Portion> give(LocalDate day, LocalTime upTo, PersonId after, Instant now) {
        return jdbi.inTransaction(handle -> handout.give(day, upTo, after, now));
    }
}
