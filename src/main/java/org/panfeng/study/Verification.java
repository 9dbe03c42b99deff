package org.panfeng.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.study.DayLedger.Entry;

/** Replays every ledger from the facts and sums every streak again, and says where what is stored differs. Repairs nothing. */
public final class Verification {
    private final Staff staff;
    private final Ledger ledger;
    private final Streaks streaks;

    Verification(Staff staff, Ledger ledger, Streaks streaks) {
        this.staff = staff;
        this.ledger = ledger;
        this.streaks = streaks;
    }

    /**
     * @param people how many were looked at
     * @param differences one line each, empty when all is well
     */
    public record Result(int people, List<String> differences) {}

    public Result run() {
        List<String> differences = new ArrayList<>();
        List<Person> people = staff.enrolled();
        for (Person person : people) {
            differences.addAll(check(person));
        }
        return new Result(people.size(), List.copyOf(differences));
    }

    private List<String> check(Person person) {
        List<String> differences = new ArrayList<>();
        String who = "person " + person.id().value();
        List<Entry> replayed = DayLedger.replay(ledger.facts(person.id())).stream()
                .filter(entry -> entry.state() != DayState.OPEN)
                .toList();
        Map<LocalDate, Entry> expected = byDay(replayed);
        Map<LocalDate, Entry> stored = byDay(ledger.of(person.id()));
        expected.forEach((day, entry) -> {
            Entry there = stored.get(day);
            if (there == null) {
                differences.add(
                        "%s, %s: the ledger lacks the day, the facts say %s".formatted(who, day, entry.state()));
            } else if (!there.equals(entry)) {
                differences.add("%s, %s: the ledger says %s (%s), the facts say %s (%s)"
                        .formatted(who, day, there.state(), there.reason(), entry.state(), entry.reason()));
            }
        });
        stored.keySet().stream()
                .filter(day -> !expected.containsKey(day))
                .forEach(day ->
                        differences.add("%s, %s: the ledger has a day the facts do not know".formatted(who, day)));
        Streak sum = Streak.of(replayed);
        Streak kept = streaks.of(person.id());
        if (!sum.equals(kept)) {
            differences.add("%s: the streak is kept as %d (longest %d), the facts add up to %d (longest %d)"
                    .formatted(who, kept.current(), kept.longest(), sum.current(), sum.longest()));
        }
        return differences;
    }

    private static Map<LocalDate, Entry> byDay(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::day, entry -> entry, (a, b) -> b, TreeMap::new));
    }
}
