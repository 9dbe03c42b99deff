package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;

/**
 * RecountOrders of everybody, after something has changed that was true of certain days for all: a row that a worker carries out in portions.
 * Broken off at any moment it goes on with the next person.
 */
public final class RecountOrders {
    private static final int PORTION = 200;
    /** Nobody is told how it went. */
    private static final long NOBODY = 0;

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final Staff staff;
    private final Ledger ledger;
    private final ProgrammeDays days;
    private final Recount recount;
    private final Outbox outbox;

    RecountOrders(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            Staff staff,
            Ledger ledger,
            ProgrammeDays days,
            Recount recount,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.staff = staff;
        this.ledger = ledger;
        this.days = days;
        this.recount = recount;
        this.outbox = outbox;
    }

    private record Order(
            long id, LocalDate from, LocalDate to, long chat, Language language, PersonId after, int changed) {}

    /**
     * Asks for a recount, since these days are no longer what they were.
     *
     * @param chatId who hears how many streaks have changed
     */
    public void ask(LocalDate from, LocalDate to, long chatId, Language language, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into recount (programme, first_day, last_day, asked_at, chat_id, language)
                        values (:programme, :from, :to, :now, :chat, :language)
                        """)
                .bind("programme", programme)
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .bind("chat", chatId)
                .bind("language", language.code())
                .execute());
    }

    /** Asks for a recount where the calendar's files say something else of days that are over than they did. */
    void open(Instant now) {
        List<LocalDate> gone = days.closed(LocalDate.EPOCH, timetable.dateOf(now)).stream()
                .filter(day -> !timetable.isStudyDay(day) && ledger.hasUncounted(day))
                .sorted()
                .toList();
        if (!gone.isEmpty()) {
            ask(gone.get(0), gone.get(gone.size() - 1), NOBODY, Language.EN, now);
        }
    }

    /**
     * RecountOrders a portion of the oldest order.
     *
     * @return false when there is nothing to do
     */
    public boolean work(Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<Order> order = next(handle);
            order.ifPresent(found -> recount(handle, found, now));
            return order.isPresent();
        });
    }

    private Optional<Order> next(Handle handle) {
        return handle.createQuery("""
                        select id, first_day, last_day, chat_id, language, person_after, changed from recount
                        where programme = :programme and finished_at is null order by id limit 1 for update skip locked
                        """)
                .bind("programme", programme)
                .map((row, context) -> new Order(
                        row.getLong("id"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("chat_id"),
                        Language.of(row.getString("language")).orElse(Language.ZH),
                        new PersonId(row.getLong("person_after")),
                        row.getInt("changed")))
                .findOne();
    }

    private void recount(Handle handle, Order order, Instant now) {
        List<PersonId> portion =
                staff.enrolled(order.after(), PORTION).stream().map(Person::id).toList();
        if (portion.isEmpty()) {
            finish(handle, order, now);
            return;
        }
        Map<PersonId, List<Entry>> entries = ledger.of(portion, order.from(), order.to());
        List<LocalDate> expected = days.closed(order.from(), order.to()).stream()
                .filter(timetable::isStudyDay)
                .sorted()
                .toList();
        long changed = portion.stream()
                .filter(person -> !isSafe(entries.getOrDefault(person, List.of()), expected))
                .filter(person -> recount.of(person).isChanged())
                .count();
        handle.createUpdate("update recount set person_after = :after, changed = changed + :changed where id = :id")
                .bind("after", portion.get(portion.size() - 1).value())
                .bind("changed", changed)
                .bind("id", order.id())
                .execute();
    }

    /** Whoever has done each of the days loses and gains nothing, whatever becomes of them. */
    private static boolean isSafe(List<Entry> entries, List<LocalDate> expected) {
        List<LocalDate> done = entries.stream()
                .filter(entry -> entry.state().counts())
                .map(Entry::day)
                .toList();
        return done.size() == entries.size() && done.containsAll(expected);
    }

    private void finish(Handle handle, Order order, Instant now) {
        handle.createUpdate("update recount set finished_at = :now where id = :id")
                .bind("now", now)
                .bind("id", order.id())
                .execute();
        if (order.chat() != NOBODY) {
            String words = Texts.html(order.language(), "recount.done", order.changed());
            outbox.post(Lane.REPLY, order.chat(), Outgoing.send(Content.html(words), Keyboard.NONE), Topic.NONE);
        }
    }

    /** Forgets what was carried out before this instant. */
    public void prune(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from recount where finished_at < :before")
                .bind("before", before)
                .execute());
    }
}
