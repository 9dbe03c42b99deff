package org.panfeng.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Pictures;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.Staff;
import org.panfeng.picture.CannotDraw;
import org.panfeng.picture.HeatMap;
import org.panfeng.picture.Shade;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody's year as a picture: ordered by whoever asks, drawn by a worker in a fifth of its time. Where more ask than can be drawn for in a
 * minute, the words alone have to do: a picture that comes late belongs to nothing.
 */
public final class YearPictures {
    private static final Logger log = LoggerFactory.getLogger(YearPictures.class);
    private static final int REMEMBERED = 5_000;
    private static final Duration AT_HAND = Duration.ofMinutes(10);
    private static final Duration TOO_LATE = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final Staff staff;
    private final Ledger ledger;
    private final Excuses excuses;
    private final Streaks streaks;
    private final Pictures pictures;
    private final Outbox outbox;
    private final Clock realTime;
    private final Leisure leisure = new Leisure(System.nanoTime());
    /** What each person's latest picture showed: whoever asks again and has done nothing since has it at hand. */
    private final Map<PersonId, Shown> latest = new LinkedHashMap<>();

    private record Shown(int words, long at) {}

    YearPictures(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            Staff staff,
            Ledger ledger,
            Excuses excuses,
            Streaks streaks,
            Pictures pictures,
            Outbox outbox,
            Clock realTime) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.staff = staff;
        this.ledger = ledger;
        this.excuses = excuses;
        this.streaks = streaks;
        this.pictures = pictures;
        this.outbox = outbox;
        this.realTime = realTime;
    }

    /**
     * Orders a picture, unless the person has just had one that shows the same.
     *
     * @param shown what has been said of the year in words: where it is the same, so is the picture
     */
    void order(Person person, String shown) {
        if (!isNew(person.id(), shown.hashCode())) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into picture_order (person_id, programme, asked_at) values (:person, :programme, :now)
                        on conflict do nothing
                        """)
                .bind("person", person.id().value())
                .bind("programme", programme)
                .bind("now", realTime.instant())
                .execute());
    }

    private synchronized boolean isNew(PersonId person, int words) {
        long now = System.nanoTime();
        Shown before = latest.get(person);
        if (before != null && before.words() == words && now - before.at() < AT_HAND.toNanos()) {
            return false;
        }
        latest.put(person, new Shown(words, now));
        if (latest.size() > REMEMBERED) {
            latest.remove(latest.keySet().iterator().next());
        }
        return true;
    }

    /**
     * Draws the picture that was ordered first.
     *
     * @return false when there is nothing to do
     */
    public boolean work(Instant now) {
        long began = System.nanoTime();
        if (!leisure.isThere(began)) {
            return false;
        }
        boolean isDone = jdbi.inTransaction(handle -> {
            forgetLate(handle);
            Optional<PersonId> next = next(handle);
            next.flatMap(staff::withId).ifPresent(person -> send(person, now));
            return next.isPresent();
        });
        if (isDone) {
            leisure.spend(System.nanoTime() - began);
        }
        return isDone;
    }

    private void forgetLate(Handle handle) {
        handle.createUpdate("delete from picture_order where asked_at < :horizon")
                .bind("horizon", realTime.instant().minus(TOO_LATE))
                .execute();
    }

    private static Optional<PersonId> next(Handle handle) {
        Optional<Long> next = handle.createQuery(
                        "select person_id from picture_order order by asked_at, person_id limit 1 for update skip locked")
                .mapTo(Long.class)
                .findOne();
        next.ifPresent(person -> handle.createUpdate("delete from picture_order where person_id = :person")
                .bind("person", person)
                .execute());
        return next.map(PersonId::new);
    }

    private void send(Person person, Instant now) {
        try {
            byte[] png = picture(person, timetable.dateOf(now)).png();
            Attachment attachment = pictures.keep("year.png", png);
            String markdown = "![" + Texts.plain(person.language(), "streak.picture") + "](" + attachment.name() + ")";
            outbox.post(
                    Lane.REPLY,
                    person.chatId(),
                    Outgoing.send(new Content.Rich(markdown, List.of(attachment)), Keyboard.NONE),
                    Topic.NONE);
        } catch (CannotDraw e) {
            log.warn("A year cannot be drawn; the words alone were sent", e);
        }
    }

    private HeatMap picture(Person person, LocalDate today) {
        LocalDate first = YearMonth.from(today).minusMonths(11).atDay(1);
        Map<LocalDate, Entry> entries = ledger.of(person.id(), first, today);
        excuses.of(person.id(), today)
                .filter(excuse -> timetable.isStudyDay(today))
                .ifPresent(excuse -> entries.putIfAbsent(today, excuse));
        LocalDate enrolled = person.enrolledAt().map(timetable::dateOf).orElse(today);
        Streak streak = streaks.of(person.id());
        return new HeatMap(
                person.language(),
                today,
                day -> shade(Optional.ofNullable(entries.get(day)), day, enrolled, today),
                streak.current(),
                streak.longest(),
                streak.freezes(),
                Milestones.reached(streak.longest()),
                Milestones.next(streak.current()));
    }

    private Shade shade(Optional<Entry> entry, LocalDate day, LocalDate enrolled, LocalDate today) {
        if (entry.isPresent()) {
            return Shade.valueOf(entry.get().state().name());
        } else if (day.isBefore(enrolled)) {
            return Shade.BEFORE;
        } else if (day.isAfter(today)) {
            return Shade.AHEAD;
        }
        return timetable.isStudyDay(day) ? Shade.OPEN : Shade.NO_STUDY;
    }
}
