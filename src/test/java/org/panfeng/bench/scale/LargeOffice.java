package org.panfeng.bench.scale;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.panfeng.OpenDatabase;
import org.panfeng.chat.Language;
import org.panfeng.people.PersonId;
import org.panfeng.report.RankingProbe;

/**
 * What a large office costs: the ranking's top and an own place in the database, and what is done for everybody on each day. The office
 * is one that {@link History} has written; each run adds a day to it.
 */
public final class LargeOffice {
    private static final int WARM = 300;
    private static final int RUNS = 1_000;

    private final OpenDatabase office;
    private final LocalDate today;
    private final long people;

    private LargeOffice(OpenDatabase office) {
        this.office = office;
        this.today = office.jdbi()
                .withHandle(handle -> handle.createQuery("select max(study_day) from task")
                        .mapTo(LocalDate.class)
                        .one())
                .plusDays(1);
        this.people = office.staff.audience().everybody();
    }

    /** Arguments: a JDBC URL; then user and password, where they are not Panfeng's own. */
    public static void main(String[] arguments) {
        String user = arguments.length > 1 ? arguments[1] : "panfeng";
        String password = arguments.length > 2 ? arguments[2] : "";
        try (OpenDatabase office = OpenDatabase.at(arguments[0], user, password)) {
            run(office, RUNS).forEach(System.out::println);
        }
    }

    /**
     * Measures everything, and returns a line of a table for each figure.
     *
     * @param runs how often what is short is repeated
     */
    public static List<String> run(OpenDatabase office, int runs) {
        LargeOffice large = new LargeOffice(office);
        List<String> lines = new ArrayList<>();
        lines.add(large.top(runs));
        lines.add(large.own(runs));
        lines.add(large.task());
        lines.add(large.reminder());
        lines.add(large.close());
        lines.add(large.preview());
        lines.add(large.recount());
        return lines;
    }

    private String top(int runs) {
        RankingProbe probe = new RankingProbe(office.jdbi(), office.study.streakCounts());
        return line("ranking, top page", runs, round -> probe.top());
    }

    private String own(int runs) {
        RankingProbe probe = new RankingProbe(office.jdbi(), office.study.streakCounts());
        Random random = new Random(1);
        return line("ranking, own place", runs, round -> probe.own(new PersonId(1 + random.nextLong(people))));
    }

    private interface Round {
        void run(int number);
    }

    private String line(String what, int runs, Round round) {
        for (int i = 0; i < WARM; i++) {
            round.run(i);
        }
        List<Double> millis = new ArrayList<>();
        long[] statements = new long[1];
        office.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements[0]++;
            }
        });
        for (int i = 0; i < runs; i++) {
            long began = System.nanoTime();
            round.run(i);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        office.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        Collections.sort(millis);
        return String.format(
                Locale.ROOT,
                "| %s | %,d people | median %.2f ms, p99 %.2f ms | %d queries |",
                what,
                people,
                millis.get(runs / 2),
                millis.get(runs * 99 / 100),
                statements[0] / runs);
    }

    /** Of this thread, which what else the machine does disturbs little. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private String task() {
        Instant now = office.timetable().at(today, LocalTime.of(9, 0));
        return once("day's task, all rows ready", () -> office.study.push().due(now) + " given");
    }

    /** Nobody has done the day. */
    private String reminder() {
        Instant now = office.timetable().at(today, LocalTime.of(22, 0));
        long before = waiting();
        return once("reminders of a day, all rows ready", () -> {
            office.study.reminder().due(now);
            return waiting() - before + " reminded";
        });
    }

    private long waiting() {
        return office.outbox.waiting().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private String close() {
        office.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "update task set delivered_at = given_at where study_day = :day and delivered_at is null")
                        .bind("day", today)
                        .execute());
        Instant now = office.timetable().endOf(today).plusSeconds(60);
        office.reception.bridge(office.timetable().startOf(today));
        office.reception.bridge(now);
        return once("close of a day that nobody did", () -> {
            office.study.close().due(now);
            return lines() + " lines";
        });
    }

    private long lines() {
        return office.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from ledger where study_day = :day")
                        .bind("day", today)
                        .mapTo(Long.class)
                        .one());
    }

    /** What an admin is told before a day that is over becomes a holiday. */
    private String preview() {
        return once("preview of a change of a closed day", () -> {
            long people = office.study.affectedLedgers().people(List.of(today)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return people + " concerned, "
                    + office.study
                            .affectedLedgers()
                            .namesOfMissed(List.of(today), 5)
                            .size() + " named";
        });
    }

    /** As after a change of the calendar that touches everybody. */
    private String recount() {
        Instant now = office.timetable().endOf(today).plusSeconds(120);
        office.study.recountOrders().ask(today, today, 0, Language.EN, now);
        return once("recount of everybody", () -> {
            int portions = 0;
            while (office.study.recountOrders().work(now)) {
                portions++;
            }
            return portions + " portions";
        });
    }

    /** What takes long is measured once. */
    private String once(String what, Supplier<String> work) {
        long began = System.nanoTime();
        long cpu = cpuTime();
        String done = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return String.format(
                Locale.ROOT,
                "| %s | %,d people | %.1f s, on the processor %.1f s | %s |",
                what,
                people,
                took.toMillis() / 1e3,
                (cpuTime() - cpu) / 1e9,
                done);
    }
}
