package org.panfeng.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;
import org.panfeng.chat.Language;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Departments;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.study.Places;

/** The ranking that is kept in step, against the one that ranks everybody anew. {@code -Dranking.seed=N} repeats a random office. */
class RankingOrderTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 24);
    private static final int DAYS = 13;
    private static final List<String> NAMES =
            List.of("李", "李明", "Ｚoe", "𠮷田", "Adam", "adam", "Émile", "é", "a b", "ab");

    @ParameterizedTest
    @EnumSource
    void everyViewIsTheOneThatRankingEverybodyAnewGives(TestDatabase database) {
        long seed = Long.getLong("ranking.seed", new Random().nextLong());
        System.out.println("ranking.seed=" + seed);
        try (OpenDatabase office = OpenDatabase.of(database)) {
            Random random = new Random(seed);
            List<DepartmentId> departments = departments(office);
            for (int day = 0; day < DAYS; day++) {
                LocalDate date = FIRST.plusDays(day);
                for (int come = day == 0 ? 12 : random.nextInt(4); come > 0; come--) {
                    enrol(office, date, departments, random);
                }
                office.study.pastDays().live(date, person -> random.nextInt(4) > 0, 0.5, random);
                if (random.nextBoolean()) {
                    office.study.streakCounts().fold();
                }
            }
            for (RankingView view : RankingView.values()) {
                compare(office, view, Optional.empty(), seed);
                for (DepartmentId department : departments) {
                    compare(office, view, Optional.of(department), seed);
                }
            }
            assertThat(office.study.verification().run().differences())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static List<DepartmentId> departments(OpenDatabase office) {
        Departments departments = new Departments(office.jdbi());
        return List.of("办公室", "财务科", "空").stream()
                .map(name ->
                        departments.add(name, office.timetable().startOf(FIRST)).orElseThrow())
                .toList();
    }

    private static void enrol(OpenDatabase office, LocalDate date, List<DepartmentId> departments, Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Person met = office.staff.meet(random.nextLong(1L << 40), name, Language.ZH, Person.Status.GUEST);
        Optional<DepartmentId> department =
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(departments.get(random.nextInt(2)));
        office.staff.enrol(met.id(), department, office.timetable().at(date, LocalTime.of(7, 0)));
    }

    private static void compare(OpenDatabase office, RankingView view, Optional<DepartmentId> department, long seed) {
        LocalDate today = FIRST.plusDays(DAYS - 1L);
        Rankings rankings = new Rankings(office.jdbi(), OpenDatabase.PROGRAMME, office.study.streakCounts());
        Rankings.Scope scope = new Rankings.Scope(view, RankingMessage.firstDay(view, today), department);
        List<Standing> naive = NaiveRanking.of(office.jdbi(), OpenDatabase.PROGRAMME, scope);
        Places places = rankings.places(scope);
        List<Standing> paged = new ArrayList<>();
        for (int from = 0; from < naive.size(); from += 7) {
            paged.addAll(rankings.rows(scope, places, from, 7));
        }
        assertThat(paged)
                .as("%s, seed %d", scope, seed)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("key")
                .isEqualTo(naive);
        assertThat(places.size()).isEqualTo(naive.size());
        for (int row = 0; row < naive.size(); row++) {
            Standing own = rankings.of(
                            scope, places, new PersonId(naive.get(row).personId()))
                    .orElseThrow();
            assertThat(own).isEqualTo(paged.get(row));
            assertThat(rankings.before(scope, places, own, 3)).isEqualTo(paged.subList(Math.max(0, row - 3), row));
            assertThat(rankings.after(scope, places, own, 3))
                    .isEqualTo(paged.subList(row + 1, Math.min(naive.size(), row + 4)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLargerOfficeCostsNoMoreQueries(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            List<DepartmentId> departments = departments(office);
            Random random = new Random(1);
            for (int i = 0; i < 15; i++) {
                enrol(office, FIRST, departments, random);
            }
            long few = queries(office);
            for (int i = 0; i < 200; i++) {
                enrol(office, FIRST, departments, random);
            }
            assertThat(queries(office)).isEqualTo(few).isEqualTo(5);
        }
    }

    /** How many queries the top, an own place and its neighbours need. */
    private static long queries(OpenDatabase office) {
        List<String> seen = new ArrayList<>();
        office.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                seen.add(String.valueOf(context.getRawSql()));
            }
        });
        Rankings rankings = new Rankings(office.jdbi(), OpenDatabase.PROGRAMME, office.study.streakCounts());
        Rankings.Scope scope = new Rankings.Scope(RankingView.STREAK, FIRST, Optional.empty());
        Places places = rankings.places(scope);
        long last = rankings.rows(scope, places, 0, 10).get(9).personId();
        Standing own = rankings.of(scope, places, new PersonId(last)).orElseThrow();
        rankings.before(scope, places, own, 3);
        rankings.after(scope, places, own, 3);
        office.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        return seen.size();
    }
}
