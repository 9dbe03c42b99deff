package org.panfeng;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final LocalTime PUSH_AT = LocalTime.of(8, 30);
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
    private final Register register;
    private final Set<Long> seen = new HashSet<>();
    private final Almanac almanac;
    private Curriculum curriculum;
    private Panfeng panfeng;
    private long updates = 1;

    Village(Database database, Settings settings, Curriculum curriculum, Almanac almanac, Instant founded) {
        this.database = database;
        this.settings = settings;
        this.register = new Register(database.jdbi());
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

    Register register() {
        return register;
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
        if (isPushed && !now().isBefore(Almanac.at(today(), PUSH_AT))) {
            lives().forEach(life -> life.isPushed(today()));
        }
        register.learnTasks();
        mail.deliver();
    }

    private void closings() {
        Map<LocalDate, Instant> closed = register.closedAt();
        almanac.closed(closed).forEach((day, at) -> lives().forEach(life -> life.closes(day, questionsOf(day), at)));
    }

    /** The bot does what was left for its worker. */
    void works() {
        run("delete from picture_order");
        panfeng.worker.work();
        register.learnTasks();
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
        register.learnTasks();
        panfeng.study.streakCounts().fold();
        return mail.replies();
    }

    long nextUpdate() {
        return updates++;
    }

    /** How many questions the lesson of a day has now. */
    int questionsOf(LocalDate day) {
        return register.lessonOf(day).flatMap(curriculum::questionsOf).orElse(0);
    }

    List<Life> lives() {
        return register.lives();
    }

    void tellAll(String what) {
        lives().forEach(life -> life.note(now(), "OFFICE " + what));
    }

    void run(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        if (database.isEmbedded()) {
            // It would stay in memory, and after a hundred villages there is no room for another.
            run("drop all objects");
        }
        database.close();
    }
}
