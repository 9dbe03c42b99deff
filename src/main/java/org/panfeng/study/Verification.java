package org.panfeng.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.Staff;
import org.panfeng.storage.Snapshot;
import org.panfeng.study.DayLedger.Entry;

/** Replays every ledger from the facts and sums every streak again, and says where what is stored differs. Repairs only when asked to. */
public final class Verification {
    /** So many people are looked at together: with a year's history of theirs in memory. */
    private static final int PORTION = 200;

    private static final int NAMED = 1_000;

    private final Jdbi jdbi;
    private final Staff staff;
    private final Facts facts;
    private final Ledger ledger;
    private final Streaks streaks;
    private final Recount recount;
    private final RankBook book;
    private final StreakCounts counts;

    Verification(
            Jdbi jdbi,
            Staff staff,
            Facts facts,
            Ledger ledger,
            Streaks streaks,
            Recount recount,
            RankBook book,
            StreakCounts counts) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.facts = facts;
        this.ledger = ledger;
        this.streaks = streaks;
        this.recount = recount;
        this.book = book;
        this.counts = counts;
    }

    /**
     * @param people how many were looked at
     * @param differences one line each, empty when all is well
     */
    public record Result(int people, List<String> differences) {}

    public Result run() {
        List<String> differences = new ArrayList<>();
        int people = 0;
        List<PersonId> portion = after(new PersonId(0));
        while (!portion.isEmpty()) {
            people += portion.size();
            differences.addAll(check(portion));
            portion = after(portion.get(portion.size() - 1));
        }
        if (book.isOpen()) {
            differences.addAll(rankings());
        }
        return new Result(people, List.copyOf(differences));
    }

    /**
     * Writes what the facts say.
     *
     * @return how many people's ledger or streak said something else
     */
    public int repair() {
        int repaired = 0;
        for (List<PersonId> portion = after(new PersonId(0));
                !portion.isEmpty();
                portion = after(portion.get(portion.size() - 1))) {
            for (PersonId person : portion) {
                boolean isChanged =
                        jdbi.inTransaction(handle -> recount.of(person).isChanged());
                repaired += isChanged ? 1 : 0;
            }
        }
        if (book.isOpen()) {
            book.astray(Integer.MAX_VALUE).forEach(book::follow);
            counts.recount();
        }
        return repaired;
    }

    private List<PersonId> after(PersonId person) {
        return staff.enrolled(person, PORTION).stream().map(Person::id).toList();
    }

    /** Read together, so that an answer taken meanwhile is in all of it or in nothing. */
    private List<String> check(List<PersonId> people) {
        return Snapshot.read(jdbi, handle -> {
            Map<PersonId, List<DayFacts>> known = facts.of(people);
            Map<PersonId, List<Entry>> entries = ledger.of(people);
            Map<PersonId, KeptDays> kept = streaks.kept(people);
            List<String> differences = new ArrayList<>();
            for (PersonId person : people) {
                differences.addAll(check(
                        person,
                        known.getOrDefault(person, List.of()),
                        entries.getOrDefault(person, List.of()),
                        kept.getOrDefault(person, KeptDays.NONE)));
            }
            return differences;
        });
    }

    private List<String> rankings() {
        List<String> differences = new ArrayList<>();
        book.astray(NAMED)
                .forEach(person -> differences.add(
                        "person %d: the ranking's line is missing or out of date".formatted(person.value())));
        return Snapshot.read(jdbi, handle -> {
            Map<Integer, Long> sum = counts.counted();
            Map<Integer, Long> kept = counts.present();
            if (!sum.equals(kept)) {
                differences.add("the streaks are counted as %s, they add up to %s".formatted(kept, sum));
            }
            return differences;
        });
    }

    private static List<String> check(PersonId person, List<DayFacts> facts, List<Entry> entries, KeptDays kept) {
        List<String> differences = new ArrayList<>();
        String who = "person " + person.value();
        DayLedger.Replayed whole = DayLedger.replay(facts);
        List<Entry> replayed = whole.entries().stream()
                .filter(entry -> entry.state() != DayState.OPEN)
                .toList();
        Map<LocalDate, Entry> expected = byDay(replayed);
        Map<LocalDate, Entry> stored = byDay(entries);
        expected.forEach((day, entry) -> {
            Entry there = stored.get(day);
            if (there == null) {
                differences.add(
                        "%s, %s: the ledger lacks the day, the facts say %s".formatted(who, day, entry.state()));
            } else if (!there.equals(entry)) {
                differences.add(
                        "%s, %s: the ledger says %s, the facts say %s".formatted(who, day, words(there), words(entry)));
            }
        });
        stored.keySet().stream()
                .filter(day -> !expected.containsKey(day))
                .forEach(day ->
                        differences.add("%s, %s: the ledger has a day the facts do not know".formatted(who, day)));
        if (!whole.streak().equals(kept.streak())) {
            differences.add("%s: the streak is kept as %s, the facts add up to %s"
                    .formatted(who, words(kept.streak()), words(whole.streak())));
        }
        if (!kept.agreesWith(replayed)) {
            differences.add(
                    "%s: the days done are kept as %d, %d this month, %d this week; the facts add up to something else"
                            .formatted(who, kept.total(), kept.monthDays(), kept.weekDays()));
        }
        return differences;
    }

    private static String words(Entry entry) {
        return "%s (%s%s)"
                .formatted(
                        entry.state(),
                        entry.reason(),
                        entry.restsOn().map(at -> ", " + at).orElse(""));
    }

    private static String words(Streak streak) {
        return "%d (longest %d, freezes %d)".formatted(streak.current(), streak.longest(), streak.freezes());
    }

    private static Map<LocalDate, Entry> byDay(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::day, entry -> entry, (a, b) -> b, TreeMap::new));
    }
}
