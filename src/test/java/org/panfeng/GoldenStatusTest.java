package org.panfeng;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Commands;
import org.panfeng.chat.Dispatcher;
import org.panfeng.chat.Language;
import org.panfeng.chat.Prompts;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.people.KnownSpeakers;
import org.panfeng.report.ReportFeature;
import org.panfeng.report.Vitals;
import org.panfeng.report.Vitals.Trouble;
import org.panfeng.telegram.Updates;

/** {@code /status}, well and unwell. */
class GoldenStatusTest {

    @ParameterizedTest
    @EnumSource
    void status(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00")) {
            Office office = story.office();
            office.enrolled(1, "李明", story.in("办公室", "Front office"));
            story.skips();
            asks(office, language, List.of());
            story.tells("All is well");

            LocalDate today = LocalDate.of(2026, 11, 16);
            office.panfeng().study.withdrawals().withdraw(today, office.now());
            asks(office, language, List.of());
            office.panfeng().study.withdrawals().giveBack(today);
            story.tells("Today's lesson is withdrawn");

            asks(
                    office,
                    language,
                    List.of(new Trouble(Trouble.Kind.RECEIVING, "401 Unauthorized", "2026-11-16 08:40")));
            story.tells("Telegram refuses the token");

            asks(office, language, List.of(new Trouble(Trouble.Kind.SILENT, "95", "2026-11-16 08:58")));
            story.tells("Telegram is silent");

            asks(
                    office,
                    language,
                    List.of(
                            new Trouble(Trouble.Kind.DATABASE, "the disk is full"),
                            new Trouble(Trouble.Kind.NIGHT, "no backup in data/backups: the disk is full")));
            office.panfeng()
                    .database
                    .jdbi()
                    .useHandle(handle -> handle.execute("update streak set current_days = 5, longest_days = 5"));
            office.admin().says("/start");
            office.panfeng().night.work(office.now());
            office.deliver();
            story.tells("The disk is full, and a night whose check finds something");

            office = story.moves("2026-11-15T10:00", "programme.last-day=2026-11-13");
            office.admin().says("/status");
            story.tells("Neither receiving nor sending, and the programme is over");

            office = story.moves("2026-12-01T08:00", "programme.calendar=short");
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member admin = office.admin();
            admin.says("/start").says("/broadcast " + story.in("停电", "Power cut"));
            Incoming.Tap send = admin.pressing(story.the("notice.send"));
            Incoming.Tap other = li.says("/settings").pressing(story.in("English", "中文"));
            office.delivers(false);
            office.receives(send, other);
            office.at("2026-12-02T08:30");
            office.receives(List.of(new Intake.Garbled(office.nextUpdate(), "{}", "made up")));
            story.skips();
            admin.says("/status");
            office.delivers(true);
            li.told();
            story.tells("Much to be sent, a message that could not be handled, and a calendar that ends");

            office.sleepsUntil("2027-01-01T09:00");
            admin.says("/status");
            story.tells("A year without a calendar");
            story.ends("status");
        }
    }

    @ParameterizedTest
    @EnumSource
    void setAside(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member admin = office.admin();
            long day = java.time.LocalDate.of(2026, 11, 16).toEpochDay();
            keeps(office, SetAsideTest.text(9_000_001, 1, "/streak"), "java.lang.IllegalStateException: secret");
            keeps(office, SetAsideTest.text(9_000_002, 1, "?"), "org.jdbi.v3.core.ConnectionException: secret");
            keeps(office, SetAsideTest.tap(9_000_003, 1, "quiz:go:" + day), "java.lang.IllegalStateException");
            keeps(office, PICTURE, "java.lang.IllegalStateException");
            keeps(office, "{\"update_id\":9000005}", "java.lang.IllegalStateException");
            keeps(office, "{\"update_id\":9000006,\"message\":{\"message_id\":\"x\"}}", "Cannot deserialize");
            story.skips();
            admin.says("/status").presses(story.the("aside.look"));
            story.tells("What was not handled");

            admin.presses(story.the("aside.try-one", 1)).presses(story.the("aside.try-one", 1));
            story.tells("One is tried again, and tapped twice");

            admin.presses(story.the("aside.try-all"));
            story.tells("All are tried again, and one of them fails");

            office.panfeng().setAside.remove(9_000_006);
            admin.presses(story.the("aside.look"));
            story.skipsOf(li);
            story.tells("Nothing is left");
            story.ends("set-aside");
        }
    }

    private static final String PICTURE = """
            {"update_id":9000004,"message":{"message_id":1,"date":1,"photo":[],
            "chat":{"id":1,"type":"private","first_name":"Li"},"from":{"id":1,"is_bot":false,"first_name":"Li"}}}""";

    private static void keeps(Office office, String raw, String error) {
        long id = Long.parseLong(raw.replaceFirst("(?s).*?\"update_id\":(\\d+).*", "$1"));
        office.receives(List.of(new Intake.Garbled(id, raw, error)));
    }

    @ParameterizedTest
    @EnumSource
    void anOutage(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            office.at("2026-11-16T09:10");
            li.says("/today").presses(story.in("开始答题", "Start quiz"));
            story.skips();
            office.sleepsUntil("2026-11-16T09:15").hears();
            story.tells("The bot was away for five minutes");
            story.ends("outage");
        }
    }

    /** The office's own bot neither polls nor sends, so another one is asked, whose troubles are only these. */
    private static void asks(Office office, Language language, List<Trouble> troubles) {
        Panfeng panfeng = office.panfeng();
        ReportFeature report = new ReportFeature(
                panfeng.database.jdbi(),
                "office",
                panfeng.timetable,
                panfeng.staff,
                panfeng.departments,
                panfeng.study,
                panfeng.outbox,
                panfeng.setAside,
                new Updates(),
                new Polling(new PanfengVitals(panfeng), troubles));
        Dispatcher dispatcher = new Dispatcher(
                panfeng.database.jdbi(),
                panfeng.outbox,
                new Prompts(panfeng.database.jdbi()),
                new KnownSpeakers(panfeng.staff, language),
                new Commands(report.commands()),
                List.of(),
                List.of(),
                handle -> {});
        dispatcher.take(List.of(new Intake.Readable(office.admin().saying("/status"), () -> "{}")), office.now());
        office.deliver();
    }

    private record Polling(Vitals office, List<Trouble> troubles) implements Vitals {
        @Override
        public Instant lastPoll() {
            return realTime().minusSeconds(3);
        }

        @Override
        public String database() {
            return office.database();
        }

        @Override
        public String version() {
            return office.version();
        }

        @Override
        public List<Upcoming> upcoming(Instant now) {
            return office.upcoming(now);
        }

        @Override
        public Instant realTime() {
            return office.realTime();
        }
    }
}
