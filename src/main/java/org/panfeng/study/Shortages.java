package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The times in which the new lessons of one programme were low or had run out, as far as the admins were told. */
final class Shortages {
    private final Jdbi jdbi;
    private final String programme;

    Shortages(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /**
     * A shortage that goes on.
     *
     * @param isOut whether the admins were told that reviews have begun
     */
    record Shortage(LocalDate since, boolean isOut) {}

    Optional<Shortage> present() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select since, reviews_from from lesson_shortage
                        where programme = :programme and over_on is null order by since desc limit 1
                        """)
                .bind("programme", programme)
                .map((row, context) ->
                        new Shortage(row.getObject("since", LocalDate.class), row.getDate("reviews_from") != null))
                .findOne());
    }

    void begin(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into lesson_shortage (programme, since) values (:programme, :day) on conflict do nothing")
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    /** The first review of a shortage is asked on this day. */
    void runOut(Shortage shortage, LocalDate day) {
        note("reviews_from", shortage.since(), day);
    }

    /** There are lessons enough again. */
    void end(Shortage shortage, LocalDate day) {
        note("over_on", shortage.since(), day);
    }

    private void note(String column, LocalDate since, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update lesson_shortage set <column> = :day where programme = :programme and since = :since")
                .define("column", column)
                .bind("day", day)
                .bind("programme", programme)
                .bind("since", since)
                .execute());
    }
}
