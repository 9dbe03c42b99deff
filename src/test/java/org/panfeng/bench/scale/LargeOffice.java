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
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.panfeng.OpenDatabase;
import org.panfeng.people.PersonId;
import org.panfeng.report.RankingProbe;

/**
 * What a large office costs: the ranking's top and an own place in the database, and getting the day's task ready for everybody. The office
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
        long began = System.nanoTime();
        long cpu = cpuTime();
        int given = office.study.push().due(now);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return String.format(
                Locale.ROOT,
                "| day's task, all rows ready | %,d people | %.1f s, on the processor %.1f s | %,d given |",
                people,
                took.toMillis() / 1e3,
                (cpuTime() - cpu) / 1e9,
                given);
    }
}
