package org.panfeng.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The office's own entries in the calendar of one programme. What changes here shows in the {@link OfficeCalendar} with the commit. */
public final class CalendarChanges {
    private final Jdbi jdbi;
    private final String programme;
    private final OfficeCalendar calendar;

    public CalendarChanges(Jdbi jdbi, String programme, OfficeCalendar calendar) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.calendar = calendar;
    }

    /** The calendar in which these entries show. */
    public OfficeCalendar calendar() {
        return calendar;
    }

    /** Reads the entries again: another process may have changed them. */
    public void refresh() {
        calendar.show(jdbi.withHandle(this::all));
    }

    private List<CalendarChange> all(Handle handle) {
        return handle.createQuery("""
                        select id, kind, first_day, last_day, name from calendar_change
                        where programme = :programme and undone_at is null order by id
                        """)
                .bind("programme", programme)
                .map((row, context) -> new CalendarChange(
                        row.getLong("id"),
                        CalendarChange.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("name")))
                .list();
    }

    /**
     * Keeps a new entry.
     *
     * @param by the Telegram id of the admin who made it
     * @return the entry with its id
     */
    public CalendarChange add(CalendarChange change, long by, Instant at) {
        return jdbi.withHandle(handle -> {
            long id = insert(handle, change, by, at);
            changed(handle);
            return new CalendarChange(id, change.kind(), change.first(), change.last(), change.name());
        });
    }

    private long insert(Handle handle, CalendarChange change, long by, Instant at) {
        return handle.createUpdate("""
                        insert into calendar_change (programme, kind, first_day, last_day, name, made_at, made_by)
                        values (:programme, :kind, :first, :last, :name, :at, :by)
                        """)
                .bind("programme", programme)
                .bind("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .bind("first", change.first())
                .bindByType("last", change.last(), LocalDate.class)
                .bind("name", change.name())
                .bind("at", at)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Undoes an entry.
     *
     * @return false when it was undone already
     */
    public boolean undo(long id, long by, Instant at) {
        return jdbi.withHandle(handle -> {
            int undone = handle.createUpdate("""
                            update calendar_change set undone_at = :at, undone_by = :by
                            where id = :id and programme = :programme and undone_at is null
                            """)
                    .bind("at", at)
                    .bind("by", by)
                    .bind("id", id)
                    .bind("programme", programme)
                    .execute();
            changed(handle);
            return undone == 1;
        });
    }

    /**
     * Gives a pause another end.
     *
     * @param last null lets it go on
     */
    public void end(long id, @Nullable LocalDate last) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "update calendar_change set last_day = :last where id = :id and programme = :programme and kind = 'pause'")
                    .bindByType("last", last, LocalDate.class)
                    .bind("id", id)
                    .bind("programme", programme)
                    .execute();
            changed(handle);
        });
    }

    /** The transaction sees its own change at once, everybody else once it is committed. */
    private void changed(Handle handle) {
        List<CalendarChange> all = all(handle);
        calendar.showInBatch(all);
        if (handle.isInTransaction()) {
            handle.afterCommit(() -> calendar.show(all));
        } else {
            calendar.show(all);
        }
    }
}
