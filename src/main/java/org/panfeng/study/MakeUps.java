package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.panfeng.batch.Memo;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;

/** Missed days that can still be made up: on the two study days after it, and two of a calendar month. */
final class MakeUps {
    static final int PER_MONTH = 2;
    private static final int WITHIN_DAYS = 2;
    /** Of the latest study days so many are looked at: one more than can be made up, for a day that closes late. */
    private static final int LOOKED_AT = WITHIN_DAYS + 1;

    private final Timetable timetable;
    private final OpenDays openDays;
    private final Ledger ledger;
    private final Memo<PersonId, List<DayLedger.Entry>> lost = new Memo<>();

    MakeUps(Timetable timetable, OpenDays openDays, Ledger ledger) {
        this.timetable = timetable;
        this.openDays = openDays;
        this.ledger = ledger;
    }

    /** How an answer that is received now counts for a day. */
    enum Answers {
        IN_TIME,
        MAKE_UP,
        /** The day is over for good, or needs no making up. */
        NOT,
        /** As many days of that month as may be are made up already. */
        NOT_THIS_MONTH
    }

    Answers answersTo(LocalDate day, PersonId person, Instant receivedAt) {
        if (openDays.takes(day, receivedAt)) {
            return Answers.IN_TIME;
        }
        boolean isLost = Optional.ofNullable(ledger.of(person, day, day).get(day))
                .filter(entry -> entry.state().isLost())
                .isPresent();
        if (!isLost || until(day, receivedAt).isEmpty()) {
            return Answers.NOT;
        }
        return ledger.madeUp(person, KeptDays.monthOf(day)) < PER_MONTH ? Answers.MAKE_UP : Answers.NOT_THIS_MONTH;
    }

    /** Whether what is answered now makes up a day that is over. */
    boolean isMakeUp(Task task, Instant receivedAt) {
        return !openDays.takes(task.day(), receivedAt);
    }

    /** The text that says why a task takes no answers now, with its day and how many days of a month can be made up; empty where it does. */
    Optional<String> refuses(Task task, Instant receivedAt) {
        return refuses(task.day(), task.person(), receivedAt);
    }

    Optional<String> refuses(LocalDate day, PersonId person, Instant receivedAt) {
        return switch (answersTo(day, person, receivedAt)) {
            case IN_TIME, MAKE_UP -> Optional.empty();
            case NOT -> Optional.of("quiz.closed");
            case NOT_THIS_MONTH -> Optional.of("make-up.month-full");
        };
    }

    /** The last study day on which a day can be made up; empty if that is over at this instant. */
    private Optional<LocalDate> until(LocalDate day, Instant now) {
        Optional<LocalDate> first = timetable.nextStudyDay(day);
        Optional<LocalDate> last = first.flatMap(timetable::nextStudyDay).or(() -> first);
        return last.filter(until -> now.isBefore(timetable.endOf(until)) || openDays.takes(until, now));
    }

    /**
     * A lost day that is not too old to be made up.
     *
     * @param until the study day with which that ends
     * @param isFrozen whether a freeze has saved the streak, which making up brings back
     * @param isAllowed false where as many days of that month as may be are made up already
     */
    record Chance(LocalDate day, LocalDate until, boolean isFrozen, boolean isAllowed) {}

    /** Reads for the present batch what these people have lost lately. */
    void foresee(Collection<PersonId> people, Instant now) {
        List<LocalDate> days = latest(now);
        if (people.isEmpty() || days.isEmpty()) {
            return;
        }
        Map<PersonId, List<DayLedger.Entry>> entries = ledger.of(people, days.get(0), days.get(days.size() - 1));
        people.forEach(person -> lost.keep(person, lost(entries.getOrDefault(person, List.of()))));
    }

    /** What a person can make up now, the oldest first. */
    List<Chance> chances(PersonId person, Instant now) {
        List<LocalDate> days = latest(now);
        if (days.isEmpty()) {
            return List.of();
        }
        List<DayLedger.Entry> entries = lost.of(
                person,
                () -> lost(ledger.of(List.of(person), days.get(0), days.get(days.size() - 1))
                        .getOrDefault(person, List.of())));
        List<Chance> chances = new ArrayList<>();
        for (DayLedger.Entry entry : entries) {
            until(entry.day(), now).ifPresent(until -> chances.add(chance(person, entry, until)));
        }
        return chances;
    }

    private Chance chance(PersonId person, DayLedger.Entry entry, LocalDate until) {
        boolean isAllowed = ledger.madeUp(person, KeptDays.monthOf(entry.day())) < PER_MONTH;
        return new Chance(entry.day(), until, entry.state() == DayState.FROZEN, isAllowed);
    }

    private static List<DayLedger.Entry> lost(List<DayLedger.Entry> entries) {
        return entries.stream().filter(entry -> entry.state().isLost()).toList();
    }

    /** The latest study days before the one that is running, the oldest first. */
    private List<LocalDate> latest(Instant now) {
        List<LocalDate> newestFirst = Stream.iterate(
                        timetable.previousStudyDay(timetable.dateOf(now)),
                        Optional::isPresent,
                        day -> day.flatMap(timetable::previousStudyDay))
                .limit(LOOKED_AT)
                .flatMap(Optional::stream)
                .toList();
        List<LocalDate> days = new ArrayList<>(newestFirst);
        Collections.reverse(days);
        return days;
    }
}
