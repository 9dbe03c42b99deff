package org.panfeng;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.panfeng.oracle.Oracle;
import org.panfeng.report.Standing;

/** Holds what a village's bot has stored against the oracle, person by person, and the rankings against a naive one. */
final class Reckoning {
    private final Village village;
    private final Map<Long, Map<LocalDate, Stored>> ledgers = new HashMap<>();
    private final Map<Long, Sums> sums = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private record Stored(String said, long department) {}

    private record Sums(int streak, int longest, int freezes, int counted, int month) {}

    /** Somebody with what the oracle says of them. */
    private record Known(Life life, Oracle.Result result) {
        int streak() {
            return result.streak();
        }
    }

    private Reckoning(Village village) {
        this.village = village;
    }

    /** What is wrong, in words; empty when all agree. */
    static List<String> of(Village village) {
        Reckoning reckoning = new Reckoning(village);
        reckoning.read();
        List<Known> all = new ArrayList<>();
        for (Life life : village.lives()) {
            if (life.isEnrolled()) {
                Oracle.Result result = Oracle.of(village.almanac().office(), life.person(), village.now());
                reckoning.compare(life, result);
                all.add(new Known(life, result));
            }
        }
        reckoning.faults.addAll(village.panfeng().study.verification().run().differences());
        reckoning.rank(all);
        return reckoning.faults;
    }

    private void read() {
        LocalDate month = village.today().withDayOfMonth(1);
        village.panfeng().database.jdbi().useHandle(handle -> {
            handle.createQuery(
                            "select person_id, study_day, state, reason, coalesce(department_id, 0) as department from ledger")
                    .map((row, context) -> ledgers.computeIfAbsent(row.getLong("person_id"), first -> new TreeMap<>())
                            .put(
                                    row.getObject("study_day", LocalDate.class),
                                    new Stored(
                                            (row.getString("state") + " " + row.getString("reason")).toUpperCase(),
                                            row.getLong("department"))))
                    .list();
            handle.createQuery("""
                            select person_id, current_days, longest_days, freezes, total_days,
                                   case when month_start = :month then month_days else 0 end as in_month from streak
                            """)
                    .bind("month", month)
                    .map((row, context) -> sums.put(
                            row.getLong("person_id"),
                            new Sums(
                                    row.getInt("current_days"),
                                    row.getInt("longest_days"),
                                    row.getInt("freezes"),
                                    row.getInt("total_days"),
                                    row.getInt("in_month"))))
                    .list();
        });
    }

    private void compare(Life life, Oracle.Result result) {
        Map<LocalDate, String> expected = new TreeMap<>();
        result.lines().stream()
                .filter(line -> line.state() != Oracle.State.OPEN)
                .forEach(line -> expected.put(line.day(), line.state() + " " + line.reason()));
        Map<LocalDate, String> stored = new TreeMap<>();
        ledgers.getOrDefault(life.personId, Map.of()).forEach((day, line) -> stored.put(day, line.said()));
        Sums sum = new Sums(result.streak(), result.longest(), result.freezes(), result.counted(), month(result));
        boolean isSame = expected.equals(stored) && sum.equals(sums.get(life.personId));
        if (!isSame) {
            fault(
                    life,
                    "the oracle says %s, %s,%n the ledger %s, %s"
                            .formatted(
                                    sum,
                                    without(expected, stored),
                                    sums.get(life.personId),
                                    without(stored, expected)));
        }
        if (!life.given.equals(life.tasks.keySet())) {
            fault(life, "should have tasks of %s, has %s".formatted(life.given, life.tasks.keySet()));
        }
        ledgers.getOrDefault(life.personId, Map.of()).forEach((day, line) -> department(life, day, line));
    }

    private static Map<LocalDate, String> without(Map<LocalDate, String> these, Map<LocalDate, String> those) {
        Map<LocalDate, String> left = new TreeMap<>(these);
        left.entrySet().removeAll(those.entrySet());
        return left;
    }

    private int month(Oracle.Result result) {
        LocalDate month = village.today().withDayOfMonth(1);
        return (int) result.lines().stream()
                .filter(line -> line.state() == Oracle.State.DONE || line.state() == Oracle.State.MADE_UP)
                .filter(line -> !line.day().isBefore(month))
                .count();
    }

    private void department(Life life, LocalDate day, Stored line) {
        Long expected = life.departmentAt.get(day);
        if (expected != null && expected != line.department()) {
            fault(life, "%s belongs to department %d, not %d".formatted(day, expected, line.department()));
        }
    }

    private void fault(Life life, String what) {
        faults.add("person %d (%d): %s%n  %s"
                .formatted(life.personId, life.telegramId, what, String.join("\n  ", life.diary())));
    }

    private void rank(List<Known> all) {
        List<Known> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt((Known known) -> -known.streak())
                .thenComparingInt(known -> -known.result().longest())
                .thenComparing(known -> known.life().name, Reckoning::byCodePoint)
                .thenComparingLong(known -> known.life().personId));
        List<Standing> shown = village.panfeng().report.longestStreaks(all.size() + 1);
        for (int i = 0; i < sorted.size(); i++) {
            Known known = sorted.get(i);
            long place = 1
                    + all.stream()
                            .filter(other -> other.streak() > known.streak())
                            .count();
            Standing standing = shown.get(i);
            if (standing.personId() != known.life().personId || standing.place() != place) {
                faults.add("place %d: %s, not person %d at %d".formatted(i, standing, known.life().personId, place));
                return;
            }
        }
    }

    private static int byCodePoint(String one, String other) {
        return java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }
}
