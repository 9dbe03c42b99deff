package org.panfeng.live;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.panfeng.bench.EarlyMorning;
import org.panfeng.bench.Roster;
import org.panfeng.sandbox.Event;
import org.panfeng.sandbox.Faults;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/** An office of many people who have been enrolled long ago, with a lesson, a stand-in that they all have, and an admin. */
final class EnrolledOffice implements AutoCloseable {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final long ADMIN = 999;
    private static final Duration LATENCY = Duration.ofMillis(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final List<Long> people;
    private final Map<String, String> settings;
    private final Account account = new Account();
    private final List<NoticeReport> reports = new CopyOnWriteArrayList<>();
    private final StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC());

    /**
     * The bot has run once in this folder, so that there is a database.
     *
     * @param perSecond how many messages that answer nobody may go out
     */
    EnrolledOffice(Path folder, int people, int perSecond) throws IOException, SQLException {
        this.folder = folder;
        this.people = LongStream.range(Roster.FIRST_PERSON, Roster.FIRST_PERSON + people)
                .boxed()
                .toList();
        settings = new HashMap<>(BotProcess.settings(standIn.url(), TOKEN));
        settings.put("PANFENG_DELIVERY_PER_SECOND", String.valueOf(perSecond));
        settings.put("PANFENG_PROGRAMME_ZONE", EarlyMorning.zone());
        Messenger messenger = standIn.messenger();
        messenger.add(new Person(ADMIN, "管理员", null, null, "zh-hans"));
        this.people.forEach(id -> messenger.addAcquainted(new Person(id, "学员" + id, null, null, "zh-hans")));
        messenger.listen(account::note);
        messenger.listen(this::note);
        standIn.faults().latency(LATENCY);
        Lesson.write(folder.resolve("config"));
        try (BotProcess bot = start()) {
            bot.awaitReady().stop(Duration.ofSeconds(10));
        }
        try (Connection database = StoppedDatabase.open(folder)) {
            Roster.enrol(database, people);
        }
    }

    BotProcess start() {
        return BotProcess.start(folder, settings, "run");
    }

    /** The admin has the day's task sent to everybody, long before its time. */
    void push() {
        standIn.messenger().says(ADMIN, "/push");
    }

    /** The admin writes a notice, looks at it and sends it. */
    void announce(String words) {
        standIn.messenger().says(ADMIN, "/broadcast " + words);
        standIn.messenger().awaitMessage(ADMIN, message -> message.button("发送").isPresent(), PATIENCE);
        standIn.messenger().tapsLabel(ADMIN, "发送");
    }

    private void note(Event event) {
        if (event instanceof Event.Sent sent && sent.chatId() == ADMIN) {
            NoticeReport.in(sent.message()).ifPresent(reports::add);
        }
    }

    /** What the admin was told of the notice, once it is through and everybody's chat is accounted for up to then. */
    Optional<NoticeReport> report() {
        return reports.stream().findFirst();
    }

    /** How many messages of text were sent to anybody, whatever was answered. */
    long sends() {
        return standIn.calls("sendMessage");
    }

    /** What the bot has written down; it must have stopped. */
    Books books() throws SQLException {
        return new Books(folder);
    }

    List<Long> people() {
        return people;
    }

    Account account() {
        return account;
    }

    Faults faults() {
        return standIn.faults();
    }

    @Override
    public void close() {
        standIn.close();
    }
}
