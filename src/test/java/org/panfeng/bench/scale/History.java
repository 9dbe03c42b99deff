package org.panfeng.bench.scale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panfeng.OpenDatabase;
import org.panfeng.study.DayState;
import org.panfeng.study.Reason;
import org.panfeng.study.Streak;

/**
 * A large office with a long history, written straight into the tables of an empty, migrated database, so that {@code verify} finds nothing
 * to say. The same seed writes the same office. Every day has a task and a ledger line of everybody; only the latest days have answers.
 */
public final class History {
    private static final String PROGRAMME = OpenDatabase.PROGRAMME;
    /** The telegram id of the first person; the others follow. */
    public static final long FIRST_CHAT = 1_000_000;
    /** So many people a department. */
    private static final int DEPARTMENT = 500;
    /** So many of the latest days have answers, three to each task that is done. */
    private static final int DAYS_WITH_ANSWERS = 2;

    private static final int AT_ONCE = 5_000;
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";

    private final OpenDatabase office;
    private final Size size;

    /**
     * @param people enrolled, all before the first day
     * @param days closed, the last one being yesterday
     * @param today the study day after the last one
     * @param seed of who did what
     */
    public record Size(int people, int days, LocalDate today, long seed) {
        public Size {
            if (people < 1 || days < 0) {
                throw new IllegalArgumentException(people + " people, " + days + " days");
            }
        }

        LocalDate day(int number) {
            return today.minusDays(days - number);
        }

        /** Whether somebody did the day: most people do most days, some hardly any, some all of them. */
        boolean done(int person, int day) {
            return mixed(person * 1_000L + day) % 1_000 < diligence(person);
        }

        private long diligence(int person) {
            long luck = mixed(-person) % 100;
            return luck < 20 ? 1_000 : luck < 90 ? 900 + luck : 400;
        }

        /** A number that only the seed and the argument decide. */
        private long mixed(long of) {
            long x = (of + seed) * 0x9E3779B97F4A7C15L;
            x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
            x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
            return (x ^ (x >>> 31)) >>> 1;
        }
    }

    private History(OpenDatabase office, Size size) {
        this.office = office;
        this.size = size;
    }

    /** Writes the office into an empty database. Ids count from 1: person 1 is the first. */
    public static void write(OpenDatabase office, Size size) {
        History history = new History(office, size);
        try {
            office.jdbi().useHandle(handle -> history.write(handle.getConnection()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        office.study.open(history.instant(size.today(), 7));
    }

    private Instant instant(LocalDate day, int hour) {
        return office.timetable().at(day, LocalTime.of(hour, 0));
    }

    private void write(Connection connection) throws SQLException {
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        if (isH2) {
            execute(connection, HASTE);
        }
        connection.setAutoCommit(false);
        departments(connection);
        people(connection);
        days(connection);
        for (int first = 0; first < size.people(); first += AT_ONCE / 10) {
            List<Integer> people = IntStream.range(first, Math.min(size.people(), first + AT_ONCE / 10))
                    .boxed()
                    .toList();
            tasks(connection, people);
            progress(connection, people);
            ledger(connection, people);
            streaks(connection, people);
            connection.commit();
        }
        answers(connection);
        connection.commit();
        restart(connection, "person", size.people() + 1L);
        restart(connection, "task", (long) size.people() * size.days() + 1);
        restart(connection, "department", departmentOf(size.people() - 1) + 1L);
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, isH2 ? CARE : List.of("analyze"));
    }

    private static int departmentOf(int person) {
        return 1 + person / DEPARTMENT;
    }

    private void departments(Connection connection) throws SQLException {
        try (Batch batch = new Batch(
                connection, "insert into department (id, name, created_at) overriding system value values (?, ?, ?)")) {
            for (int id = 1; id <= departmentOf(size.people() - 1); id++) {
                batch.add(id, "第" + id + "科", instant(size.day(-1), 7));
            }
        }
    }

    private void people(Connection connection) throws SQLException {
        try (Batch batch = new Batch(connection, """
                insert into person (id, telegram_id, name, name_key, role, status, department_id, language, enrolled_at)
                overriding system value values (?, ?, ?, ?, 'staff', 'enrolled', ?, ?, ?)
                """)) {
            for (int person = 0; person < size.people(); person++) {
                String name = SURNAMES.charAt(person % SURNAMES.length()) + String.valueOf(person / 7);
                batch.add(
                        person + 1L,
                        FIRST_CHAT + person,
                        name,
                        java.util.HexFormat.of().formatHex(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        (long) departmentOf(person),
                        person % 10 == 0 ? "en" : "zh",
                        instant(size.day(-1), 7));
            }
        }
    }

    private void days(Connection connection) throws SQLException {
        try (Batch batch = new Batch(
                connection,
                "insert into programme_day (programme, study_day, lesson_id, closed_at) values (?, ?, ?, ?)")) {
            // The day of the enrolment is one, too: excused.
            for (int day = -1; day < size.days(); day++) {
                batch.add(
                        PROGRAMME,
                        size.day(day),
                        office.lesson(),
                        office.timetable().endOf(size.day(day)));
            }
        }
    }

    private long taskId(int person, int day) {
        return (long) person * size.days() + day + 1;
    }

    private Instant doneAt(int day) {
        return instant(size.day(day), 10);
    }

    private void tasks(Connection connection, List<Integer> people) throws SQLException {
        try (Batch batch = new Batch(connection, """
                insert into task (id, programme, study_day, person_id, lesson_id, given_at, delivered_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int person : people) {
                for (int day = 0; day < size.days(); day++) {
                    Instant given = instant(size.day(day), 9);
                    batch.add(
                            taskId(person, day), PROGRAMME, size.day(day), person + 1L, office.lesson(), given, given);
                }
            }
        }
    }

    private void progress(Connection connection, List<Integer> people) throws SQLException {
        try (Batch batch = new Batch(connection, """
                insert into task_progress (task_id, shown, ticked, touched_at, done_at) values (?, 3, 0, ?, ?)
                """)) {
            for (int person : people) {
                for (int day = 0; day < size.days(); day++) {
                    if (size.done(person, day)) {
                        batch.add(taskId(person, day), doneAt(day), doneAt(day));
                    }
                }
            }
        }
    }

    private void ledger(Connection connection, List<Integer> people) throws SQLException {
        try (Batch batch = new Batch(connection, """
                insert into ledger (programme, person_id, study_day, state, reason, rests_on, department_id)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (int person : people) {
                Streak streak = Streak.NONE;
                for (int day = -1; day < size.days(); day++) {
                    DayState state = state(person, day, streak);
                    streak = streak.then(state);
                    batch.add(
                            PROGRAMME,
                            person + 1L,
                            size.day(day),
                            state.name().toLowerCase(Locale.ROOT),
                            reason(state).name().toLowerCase(Locale.ROOT),
                            restsOn(state, day),
                            (long) departmentOf(person));
                }
            }
        }
    }

    private DayState state(int person, int day, Streak before) {
        if (day < 0) {
            return DayState.EXCUSED;
        } else if (size.done(person, day)) {
            return DayState.DONE;
        }
        return before.freezes() > 0 ? DayState.FROZEN : DayState.MISSED;
    }

    private static Reason reason(DayState state) {
        return switch (state) {
            case DONE -> Reason.ANSWERED;
            case EXCUSED -> Reason.ENROLMENT_DAY;
            case FROZEN -> Reason.FREEZE;
            default -> Reason.UNANSWERED;
        };
    }

    private Instant restsOn(DayState state, int day) {
        return switch (state) {
            case DONE -> doneAt(day);
            case EXCUSED -> instant(size.day(day), 7);
            default -> instant(size.day(day), 9);
        };
    }

    private void streaks(Connection connection, List<Integer> people) throws SQLException {
        try (Batch batch = new Batch(
                connection,
                "insert into streak (programme, person_id, current_days, longest_days, freezes, celebrated) values (?, ?, ?, ?, ?, ?)")) {
            for (int person : people) {
                Streak streak = Streak.NONE;
                for (int day = 0; day < size.days(); day++) {
                    streak = streak.then(state(person, day, streak));
                }
                batch.add(
                        PROGRAMME, person + 1L, streak.current(), streak.longest(), streak.freezes(), streak.longest());
            }
        }
    }

    private void answers(Connection connection) throws SQLException {
        try (Batch batch = new Batch(connection, """
                insert into answer (task_id, question, given, correct, answered_at) values (?, ?, 'A', true, ?)
                """)) {
            for (int day = Math.max(0, size.days() - DAYS_WITH_ANSWERS); day < size.days(); day++) {
                for (int person = 0; person < size.people(); person++) {
                    for (int question = 0; question < 3 && size.done(person, day); question++) {
                        batch.add(taskId(person, day), question, doneAt(day));
                    }
                }
            }
        }
    }

    /** What H2 can do without while so many rows are written: every commit on disk, and indexes that are in another order. */
    private static final List<String> HASTE = List.of(
            "set write_delay 2000",
            "set referential_integrity false",
            "drop index task_of_day",
            "drop index ledger_day",
            "drop index streak_rank");

    private static final List<String> CARE = List.of(
            "create index task_of_day on task (programme, study_day)",
            "create index ledger_day on ledger (programme, study_day, state)",
            "create index streak_rank on streak (programme, rank_key)",
            "set referential_integrity true",
            "set write_delay 0",
            "analyze");

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void restart(Connection connection, String table, long next) throws SQLException {
        execute(connection, List.of("alter table " + table + " alter column id restart with " + next));
    }

    /** A statement that is executed for many rows at once. */
    private static final class Batch implements AutoCloseable {
        private final PreparedStatement statement;
        private int waiting;

        Batch(Connection connection, String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        void add(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                @Nullable Object value = values[i];
                statement.setObject(
                        i + 1, value instanceof Instant instant ? instant.atOffset(java.time.ZoneOffset.UTC) : value);
            }
            statement.addBatch();
            if (++waiting == AT_ONCE) {
                flush();
            }
        }

        private void flush() throws SQLException {
            statement.executeBatch();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            flush();
            statement.close();
        }
    }

    /** Arguments: a JDBC URL, people, days; then user and password, where they are not Panfeng's own. */
    public static void main(String[] arguments) {
        String user = arguments.length > 3 ? arguments[3] : "panfeng";
        String password = arguments.length > 4 ? arguments[4] : "";
        long began = System.nanoTime();
        try (OpenDatabase office = OpenDatabase.at(arguments[0], user, password)) {
            write(
                    office,
                    new Size(
                            Integer.parseInt(arguments[1]),
                            Integer.parseInt(arguments[2]),
                            LocalDate.of(2026, 11, 16),
                            1));
        }
        System.out.printf("Written in %.1f s%n", (System.nanoTime() - began) / 1e9);
    }
}
