package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.panfeng.batch.Memo;

/** The study days of one programme that have been needed so far: the lesson of each, and whether it is closed. */
final class ProgrammeDays {
    private final Jdbi jdbi;
    private final String programme;
    private final Memo<LocalDate, Boolean> withdrawn = new Memo<>();

    ProgrammeDays(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    Optional<String> lessonOf(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select lesson_id from programme_day where programme = :programme and study_day = :day and lesson_id is not null")
                .bind("programme", programme)
                .bind("day", day)
                .mapTo(String.class)
                .findOne());
    }

    /** What was studied on the days before this one. */
    SortedMap<LocalDate, String> lessons(LocalDate before) {
        SortedMap<LocalDate, String> lessons = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select study_day, lesson_id from programme_day
                        where programme = :programme and study_day < :before and lesson_id is not null
                        """)
                .bind("programme", programme)
                .bind("before", before)
                .map((row, context) ->
                        Map.entry(row.getObject("study_day", LocalDate.class), row.getString("lesson_id")))
                .forEach(entry -> lessons.put(entry.getKey(), entry.getValue())));
        return lessons;
    }

    void choose(LocalDate day, String lessonId) {
        note(day);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update programme_day set lesson_id = :lesson where programme = :programme and study_day = :day")
                .bind("lesson", lessonId)
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    /**
     * Notes that the new lessons that are left are counted on this day.
     *
     * @return false when they were counted already, or when nothing has been studied yet today
     */
    boolean countLessons(LocalDate day, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update programme_day set lessons_counted_at = :at
                                where programme = :programme and study_day = :day
                                  and lesson_id is not null and lessons_counted_at is null
                                """)
                        .bind("at", at)
                        .bind("programme", programme)
                        .bind("day", day)
                        .execute())
                == 1;
    }

    private void note(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into programme_day (programme, study_day) values (:programme, :day) on conflict do nothing")
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    /** Whether a round of reminding is over. */
    boolean isReminded(LocalDate day, ReminderHours.Round round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select count(*) from programme_day
                                where programme = :programme and study_day = :day and <round> is not null
                                """)
                        .define("round", column(round))
                        .bind("programme", programme)
                        .bind("day", day)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    void reminded(LocalDate day, ReminderHours.Round round, Instant at) {
        note(day);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update programme_day set <round> = :at where programme = :programme and study_day = :day")
                .define("round", column(round))
                .bind("at", at)
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    private static String column(ReminderHours.Round round) {
        return round == ReminderHours.Round.LATE ? "reminded_late_at" : "reminded_at";
    }

    /** Whether the day's lesson is withdrawn: nobody need do it any more. */
    boolean isWithdrawn(LocalDate day) {
        return withdrawn.of(
                day,
                () -> jdbi.withHandle(handle -> handle.createQuery("""
                                        select count(*) from programme_day
                                        where programme = :programme and study_day = :day and withdrawn_at is not null
                                        """)
                                .bind("programme", programme)
                                .bind("day", day)
                                .mapTo(Long.class)
                                .one())
                        > 0);
    }

    /**
     * Withdraws the day's lesson, or gives it back.
     *
     * @param at since when it is withdrawn; null gives it back
     * @return false when that was so already, or when the day is closed
     */
    boolean withdraw(LocalDate day, @Nullable Instant at) {
        note(day);
        boolean isNew = jdbi.withHandle(handle -> handle.createUpdate("""
                                update programme_day set withdrawn_at = :at
                                where programme = :programme and study_day = :day and closing_since is null and closed_at is null
                                  and (withdrawn_at is null) <> :giveBack
                                """)
                        .bindByType("at", at, Instant.class)
                        .bind("giveBack", at == null)
                        .bind("programme", programme)
                        .bind("day", day)
                        .execute())
                == 1;
        withdrawn.forget(day);
        return isNew;
    }

    /** Whether the day takes no answers any more, though not everybody may have a line in the ledger yet. */
    boolean isClosed(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select count(*) from programme_day
                                where programme = :programme and study_day = :day and coalesce(closing_since, closed_at) is not null
                                """)
                        .bind("programme", programme)
                        .bind("day", day)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** From now on the day takes no answers. */
    void beginClosing(LocalDate day, Instant at) {
        note(day);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update programme_day set closing_since = :at
                        where programme = :programme and study_day = :day and closing_since is null
                        """)
                .bind("at", at)
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    /**
     * Closes a day.
     *
     * @return false when it was closed already
     */
    boolean close(LocalDate day, Instant at) {
        note(day);
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update programme_day set closed_at = :at
                                where programme = :programme and study_day = :day and closed_at is null
                                """)
                        .bind("at", at)
                        .bind("programme", programme)
                        .bind("day", day)
                        .execute())
                == 1;
    }

    /** Which of these days, both included, are closed. */
    Set<LocalDate> closed(LocalDate from, LocalDate to) {
        return closings(from, to).keySet();
    }

    /** When those of these days, both included, were closed that are. */
    Map<LocalDate, Instant> closings(LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select study_day, closed_at from programme_day
                        where programme = :programme and study_day between :from and :to and closed_at is not null
                        """)
                .bind("programme", programme)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> Map.entry(
                        row.getObject("study_day", LocalDate.class),
                        row.getTimestamp("closed_at").toInstant()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
