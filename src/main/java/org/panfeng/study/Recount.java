package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.Staff;
import org.panfeng.study.DayLedger.Entry;
import org.panfeng.study.DayLedger.Replayed;

/** Replays somebody's ledger from the facts and writes what has come out differently, nothing else. */
final class Recount {
    private final Staff staff;
    private final ProgrammeDays days;
    private final Facts facts;
    private final Ledger ledger;
    private final Streaks streaks;

    Recount(Staff staff, ProgrammeDays days, Facts facts, Ledger ledger, Streaks streaks) {
        this.staff = staff;
        this.days = days;
        this.facts = facts;
        this.ledger = ledger;
        this.streaks = streaks;
    }

    /**
     * @param isChanged whether anything was different
     */
    record Result(Streak before, Streak after, boolean isChanged) {}

    /** RecountOrders in the caller's transaction, holding the person's streak. */
    Result of(PersonId person) {
        Streak before = streaks.held(person).streak();
        Replayed replayed = DayLedger.replay(facts.of(List.of(person)).getOrDefault(person, List.of()));
        List<Entry> settled = replayed.entries().stream()
                .filter(entry -> entry.state() != DayState.OPEN)
                .toList();
        boolean isRewritten = rewrite(person, settled);
        KeptDays after = KeptDays.of(settled, replayed.streak());
        KeptDays kept = streaks.kept(List.of(person)).getOrDefault(person, KeptDays.NONE);
        boolean isOff = !kept.streak().equals(after.streak()) || !kept.agreesWith(settled);
        if (isOff) {
            streaks.set(person, before, after);
        }
        return new Result(before, after.streak(), isRewritten || isOff);
    }

    private boolean rewrite(PersonId person, List<Entry> settled) {
        Map<LocalDate, Entry> stored = byDay(ledger.of(person));
        List<Ledger.Line> missing = new ArrayList<>();
        List<Entry> wrong = new ArrayList<>();
        for (Entry entry : settled) {
            Entry there = stored.remove(entry.day());
            if (there == null) {
                missing.add(new Ledger.Line(person, departmentOf(person, entry.day()), entry));
            } else if (!there.equals(entry)) {
                wrong.add(entry);
            }
        }
        ledger.write(missing);
        ledger.rewrite(person, wrong);
        ledger.strike(person, stored.keySet());
        return !missing.isEmpty() || !wrong.isEmpty() || !stored.isEmpty();
    }

    /** A day that comes back belongs where its person was when it closed. */
    private Optional<Long> departmentOf(PersonId person, LocalDate day) {
        Optional<Instant> closedAt = Optional.ofNullable(days.closings(day, day).get(day));
        return closedAt.map(at -> staff.departmentOf(person, at))
                .orElseGet(() -> staff.withId(person).flatMap(Person::department))
                .map(DepartmentId::value);
    }

    private static Map<LocalDate, Entry> byDay(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::day, entry -> entry, (a, b) -> b, TreeMap::new));
    }
}
