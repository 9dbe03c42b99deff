package org.panfeng.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.Staff;

/**
 * Addresses the notices that are on their way to everybody enrolled, a portion at a time. What has been done stands in a row that is
 * written together with the parcels: broken off at any moment, it goes on with the next person, and nobody gets two.
 */
public final class Addressing {
    private static final int PORTION = 1_000;

    private final Jdbi jdbi;
    private final Staff staff;
    private final Notices notices;
    private final Outbox outbox;
    private final Progress progress;

    Addressing(Jdbi jdbi, Staff staff, Notices notices, Outbox outbox, Progress progress) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.notices = notices;
        this.outbox = outbox;
        this.progress = progress;
    }

    /**
     * How far it has got.
     *
     * @param seen how many people have been seen to
     * @param unreachable how many of them could not be written to
     */
    private record State(NoticeId notice, PersonId after, int seen, int unreachable) {}

    void begin(NoticeId notice) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into notice_addressing (notice_id) values (:notice)")
                .bind("notice", notice.value())
                .execute());
    }

    /**
     * Addresses a portion of the oldest notice.
     *
     * @return false when there is nothing to do
     */
    public boolean work(Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<State> state = next(handle);
            state.ifPresent(found -> address(handle, found, now));
            return state.isPresent();
        });
    }

    private Optional<State> next(Handle handle) {
        return handle.createQuery("""
                        select notice_id, person_after, seen, unreachable from notice_addressing
                        where finished_at is null order by notice_id limit 1 for update skip locked
                        """)
                .map((row, context) -> new State(
                        new NoticeId(row.getLong("notice_id")),
                        new PersonId(row.getLong("person_after")),
                        row.getInt("seen"),
                        row.getInt("unreachable")))
                .findOne();
    }

    private void address(Handle handle, State state, Instant now) {
        List<Person> portion = staff.enrolled(state.after(), PORTION);
        if (portion.isEmpty()) {
            finish(handle, state, now);
            return;
        }
        List<Person> reachable = portion.stream().filter(Person::isReachable).toList();
        outbox.post(Lane.NOTICE, copies(notices.withId(state.notice()).orElseThrow(), reachable));
        handle.createUpdate("""
                        update notice_addressing set person_after = :after, seen = seen + :seen, unreachable = unreachable + :out
                        where notice_id = :notice
                        """)
                .bind("after", portion.get(portion.size() - 1).id().value())
                .bind("seen", portion.size())
                .bind("out", portion.size() - reachable.size())
                .bind("notice", state.notice().value())
                .execute();
    }

    private List<Outbox.Copy> copies(Notice notice, List<Person> people) {
        Map<Language, LetterId> letters = new EnumMap<>(Language.class);
        List<Outbox.Copy> copies = new ArrayList<>(people.size());
        for (Person person : people) {
            LetterId letter = letters.computeIfAbsent(
                    person.language(),
                    language ->
                            outbox.letter(Outgoing.send(Broadcast.content(notice.body(), language), Keyboard.NONE)));
            copies.add(new Outbox.Copy(
                    person.chatId(),
                    letter,
                    new Topic(Notices.TOPIC, notice.id().value(), person.id().value()),
                    "notice:" + notice.id().value() + ":" + person.id().value()));
        }
        return copies;
    }

    private void finish(Handle handle, State state, Instant now) {
        handle.createUpdate("update notice_addressing set finished_at = :now where notice_id = :notice")
                .bind("now", now)
                .bind("notice", state.notice().value())
                .execute();
        notices.addressed(state.notice(), state.seen(), state.unreachable(), now);
        progress.endIfThrough(state.notice(), now);
    }
}
