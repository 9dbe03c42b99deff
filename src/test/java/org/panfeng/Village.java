package org.panfeng;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Parcel;
import org.panfeng.storage.Database;
import org.panfeng.telegram.BotApi;
import org.panfeng.telegram.Endpoint;

/**
 * A few hundred people and the whole bot, lived through quickly: updates come in batches, tasks go out in bulk, and nobody reads the
 * replies. {@link Office} is for conversations.
 */
final class Village implements AutoCloseable {
    static final long ADMIN = 999;
    private static final int AT_ONCE = 100;
    private static final BotApi NOWHERE =
            new BotApi(new Endpoint(URI.create("http://127.0.0.1:9"), "1:test", Optional.empty()));

    /** Something that is sent to the bot, and what it means to the lives. */
    record Deed(Incoming incoming, Meaning meaning) {
        /** Of the instant at which it is received. */
        interface Meaning {
            void at(Instant now);
        }
    }

    private final Settings settings;
    private final Database database;
    private final SetClock clock = new SetClock();
    private final SetClock realTime = new SetClock();
    private final Mail mail = new Mail(this);
    private final Map<Long, Life> lives = new LinkedHashMap<>();
    private final Map<Long, Life> byPerson = new HashMap<>();
    private final Map<Long, LocalDate> taskDays = new HashMap<>();
    private final Map<LocalDate, String> lessons = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Almanac almanac;
    private Curriculum curriculum;
    private Panfeng panfeng;
    private long lastTask;
    private long updates = 1;

    Village(Database database, Settings settings, Curriculum curriculum, Almanac almanac, Instant founded) {
        this.database = database;
        this.settings = settings;
        this.curriculum = curriculum;
        this.almanac = almanac;
        clock.set(founded);
        realTime.set(Instant.parse("2030-01-01T00:00:00Z"));
        panfeng = start();
    }

    private Panfeng start() {
        Panfeng started = new Panfeng(curriculum.configuration(settings), NOWHERE, database, clock, realTime);
        started.study.open(now());
        started.outbox.carriedBy(mail);
        started.reception.bridge(now());
        return started;
    }

    /** The bot is started anew, perhaps with other lessons. */
    void restart(Curriculum with) {
        curriculum = with;
        panfeng = start();
    }

    Panfeng panfeng() {
        return panfeng;
    }

    Almanac almanac() {
        return almanac;
    }

    Curriculum curriculum() {
        return curriculum;
    }

    Settings settings() {
        return settings;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return Almanac.dayOf(now());
    }

    void passesInRealTime(Duration time) {
        realTime.set(realTime.instant().plus(time));
    }

    /** The time passes, and the bot has been listening. */
    void goesTo(Instant to) {
        clock.set(to);
        panfeng.reception.bridge(to);
    }

    /** The time has passed, and nobody was heard. */
    void hearsAgainAt(Instant to) {
        clock.set(to);
        panfeng.reception.received(to);
        almanac.heardAgain(to);
    }

    /** Everything that is due is done. */
    void wakes() {
        panfeng.runDuties();
        closings();
        boolean isPushed = almanac.isStudyDay(today()) && !almanac.isWithdrawn(today());
        if (isPushed && !now().isBefore(Almanac.at(today(), LocalTime.of(8, 30)))) {
            lives.values().forEach(this::given);
        }
        learnTasks();
        mail.deliver();
    }

    private void given(Life life) {
        boolean isDue = life.isEnrolled() && !life.book.isAwayOn(today());
        if (isDue && life.given.add(today()) && !life.isReachable) {
            life.blocked.add(today());
        }
    }

    /** The bot does what was left for its worker. */
    void works() {
        run("delete from picture_order");
        panfeng.worker.work();
        learnTasks();
    }

    private void closings() {
        Map<LocalDate, Instant> closed = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select study_day, closed_at from programme_day where closed_at is not null")
                        .map((row, context) ->
                                Map.entry(row.getObject("study_day", LocalDate.class), row.getTimestamp("closed_at")))
                        .forEach(one -> closed.put(one.getKey(), one.getValue().toInstant())));
        for (LocalDate day : almanac.closed(closed)) {
            lives.values().forEach(life -> closes(life, day, closed.getOrDefault(day, now())));
        }
    }

    private void closes(Life life, LocalDate day, Instant at) {
        life.closes(day, questionsOf(day), at);
        life.departmentAt.put(day, life.department);
    }

    /** Reads the ids of new tasks, with which their buttons are made. */
    private void learnTasks() {
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select id, person_id, study_day from task where id > :last order by id")
                        .bind("last", lastTask)
                        .map((row, context) -> {
                            LocalDate day = row.getObject("study_day", LocalDate.class);
                            Objects.requireNonNull(byPerson.get(row.getLong("person_id")))
                                    .tasks
                                    .put(day, row.getLong("id"));
                            taskDays.put(row.getLong("id"), day);
                            return row.getLong("id");
                        })
                        .forEach(id -> lastTask = id));
    }

    /** Sends these, in batches, as received at this instant; of an update that comes twice the first counts. */
    List<Parcel> receives(List<Deed> deeds) {
        for (int from = 0; from < deeds.size(); from += AT_ONCE) {
            List<Deed> batch = deeds.subList(from, Math.min(from + AT_ONCE, deeds.size()));
            panfeng.dispatcher.take(
                    batch.stream()
                            .<Intake.Arrival>map(deed -> new Intake.Readable(deed.incoming(), () -> "{}"))
                            .toList(),
                    now());
            batch.stream()
                    .filter(deed -> seen.add(deed.incoming().updateId()))
                    .forEach(deed -> deed.meaning().at(now()));
        }
        learnTasks();
        panfeng.study.streakCounts().fold();
        return mail.replies();
    }

    long nextUpdate() {
        return updates++;
    }

    /** How many questions the lesson of a day has now. */
    int questionsOf(LocalDate day) {
        return lessonOf(day).flatMap(curriculum::questionsOf).orElse(0);
    }

    Optional<String> lessonOf(LocalDate day) {
        if (!lessons.containsKey(day)) {
            database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "select lesson_id from programme_day where study_day = :day and lesson_id is not null")
                            .bind("day", day)
                            .mapTo(String.class)
                            .findOne())
                    .ifPresent(lesson -> lessons.put(day, lesson));
        }
        return Optional.ofNullable(lessons.get(day));
    }

    void add(Life life) {
        lives.put(life.telegramId, life);
    }

    void enrolled(Life life, long personId, Instant at) {
        life.personId = personId;
        life.enrolledAt = at;
        byPerson.put(personId, life);
    }

    List<Life> lives() {
        return new ArrayList<>(lives.values());
    }

    Life life(long telegramId) {
        return Objects.requireNonNull(lives.get(telegramId));
    }

    LocalDate dayOf(long task) {
        return Objects.requireNonNull(taskDays.get(task));
    }

    /** Whether the messenger is not to deliver to this chat yet. */
    boolean holds(long chat) {
        Life life = life(chat);
        return List.of(today(), today().minusDays(1)).stream()
                .anyMatch(day ->
                        life.fates.getOrDefault(day, Mail.Fate.ARRIVES).due(day).isAfter(now()));
    }

    /** A day's task met a closed door. */
    void keepsOut(Life life, LocalDate day) {
        if (!almanac.isClosed(day)) {
            life.blocked.add(day);
        }
    }

    void run(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        database.close();
    }
}
