package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;

/** What admins have asked for with {@code /push}: taken down at once, carried out in portions, and reported when it is done. */
public final class PushOrders {
    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final Handout handout;
    private final DayTasks tasks;
    private final Outbox outbox;

    PushOrders(Jdbi jdbi, String programme, Timetable timetable, Handout handout, DayTasks tasks, Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.handout = handout;
        this.tasks = tasks;
        this.outbox = outbox;
    }

    private record Order(long id, LocalDate day, long chatId, Language language, PersonId after, long given) {}

    /** Takes down that everybody is to have the task of this day, whatever their push time. */
    void take(LocalDate day, long chatId, Language language, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into push_order (programme, study_day, chat_id, language, ordered_at)
                        values (:programme, :day, :chat, :language, :now)
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .bind("chat", chatId)
                .bind("language", language.code())
                .bind("now", now)
                .execute());
    }

    /**
     * Carries out a portion of the oldest order.
     *
     * @return false when there is nothing to do
     */
    public boolean work(Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<Order> order = next(handle);
            order.ifPresent(one -> carryOut(handle, one, now));
            return order.isPresent();
        });
    }

    private Optional<Order> next(Handle handle) {
        return handle.createQuery("""
                        select id, study_day, chat_id, language, person_after, given from push_order
                        where programme = :programme and finished_at is null order by id limit 1 for update skip locked
                        """)
                .bind("programme", programme)
                .map((row, context) -> new Order(
                        row.getLong("id"),
                        row.getObject("study_day", LocalDate.class),
                        row.getLong("chat_id"),
                        Language.of(row.getString("language")).orElse(Language.ZH),
                        new PersonId(row.getLong("person_after")),
                        row.getLong("given")))
                .findOne();
    }

    private void carryOut(Handle handle, Order order, Instant now) {
        boolean isToday = timetable.studyDayAt(now).filter(order.day()::equals).isPresent();
        Optional<Handout.Portion> portion =
                isToday ? handout.give(order.day(), LocalTime.MAX, order.after(), now) : Optional.empty();
        portion.ifPresentOrElse(given -> note(handle, order, given), () -> finish(handle, order, now));
    }

    private static void note(Handle handle, Order order, Handout.Portion portion) {
        handle.createUpdate("update push_order set person_after = :after, given = given + :given where id = :id")
                .bind("after", portion.upTo().value())
                .bind("given", portion.given())
                .bind("id", order.id())
                .execute();
    }

    private void finish(Handle handle, Order order, Instant now) {
        handle.createUpdate("update push_order set finished_at = :now where id = :id")
                .bind("now", now)
                .bind("id", order.id())
                .execute();
        long all = tasks.given(order.day());
        String report = all == 0
                ? Texts.html(order.language(), "push.nobody")
                : Texts.html(
                        order.language(),
                        "push.done",
                        Dates.day(order.language(), order.day()),
                        order.given(),
                        Math.max(0, all - order.given()));
        outbox.post(Lane.REPLY, order.chatId(), Outgoing.send(Content.html(report), Keyboard.NONE), Topic.NONE);
    }
}
