package org.panfeng;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.people.DepartmentId;
import org.panfeng.storage.Database;
import org.panfeng.telegram.Endpoint;

/**
 * An office in a test: the whole bot on a real migrated database, with a clock that is set and a messenger that shows at once what is said.
 * Only HTTP is left out; that is tested through the sandbox.
 */
public final class Office implements AutoCloseable {
    static final long ADMIN = 999;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SetClock clock = new SetClock();
    private final SetClock realTime = new SetClock();
    private final Panfeng panfeng;
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Map<Long, Outcome> refusing = new HashMap<>();
    private Optional<Outcome> refusingDocuments = Optional.empty();
    private static final AtomicLong UPDATES = new AtomicLong(1000);

    private long nextMessage = 1;
    private boolean isDelivering = true;

    Office(TestDatabase database, String now, String... settings) {
        this(database.open(), now, settings);
    }

    Office(Database database, String now, String... settings) {
        Map<String, String> environment = new HashMap<>(Map.of("PANFENG_PEOPLE_ADMINS", String.valueOf(ADMIN)));
        Optional<Path> config = Optional.empty();
        for (String setting : settings) {
            if (setting.startsWith("config=")) {
                config = Optional.of(Path.of(setting.substring("config=".length())));
                continue;
            }
            int equals = setting.indexOf('=');
            environment.put(
                    "PANFENG_" + setting.substring(0, equals).toUpperCase().replaceAll("[.-]", "_"),
                    setting.substring(equals + 1));
        }
        Configuration.Loaded loaded = Configuration.load(config, environment);
        Configuration configuration = loaded.configuration()
                .orElseThrow(
                        () -> new IllegalArgumentException(loaded.findings().toString()));
        realTime.set(Instant.parse("2030-01-01T00:00:00Z"));
        clock.set(instant(now));
        Endpoint nowhere = new Endpoint(URI.create("http://127.0.0.1:9"), "1:test", Optional.empty());
        panfeng = new Panfeng(configuration, nowhere, database, clock, realTime);
        panfeng.study.open(clock.instant());
        panfeng.reception.bridge(clock.instant());
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    Panfeng panfeng() {
        return panfeng;
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets the time pass until then: everything that falls due on the way is done when it is due. */
    Office at(String local) {
        Instant target = instant(local);
        for (Optional<Instant> due = panfeng.agenda.next(now());
                due.isPresent() && !due.get().isAfter(target);
                due = panfeng.agenda.next(now())) {
            clock.set(due.get());
            wake();
        }
        clock.set(target);
        wake();
        return this;
    }

    /** The bot is off, or deaf, until then: nothing is done on the way, and nobody was heard. */
    Office sleepsUntil(String local) {
        clock.set(instant(local));
        return this;
    }

    /** The bot has been receiving up to now and does what is due. */
    Office wake() {
        panfeng.reception.bridge(now());
        panfeng.runDuties();
        deliver();
        return this;
    }

    /** The bot receives again after a gap. */
    Office hears() {
        panfeng.reception.received(now());
        panfeng.runDuties();
        deliver();
        return this;
    }

    /** Somebody at the messenger who has not talked to the bot. */
    Member stranger(long id, String name) {
        Member member = new Member(this, id, name);
        members.put(id, member);
        return member;
    }

    /** Somebody who has come in by an invitation of this department. */
    Member enrolled(long id, String name, String department) {
        DepartmentId in = panfeng.departments.all().stream()
                .filter(known -> known.name().equals(department))
                .map(known -> known.id())
                .findFirst()
                .orElseGet(() -> panfeng.departments.add(department, now()).orElseThrow());
        String code = panfeng.invitations.issue(in, ADMIN, now());
        Member member = stranger(id, name);
        member.says("/start " + code);
        return member;
    }

    Member enrolled(long id, String name) {
        return enrolled(id, name, "办公室");
    }

    Member admin() {
        return members.computeIfAbsent(ADMIN, id -> new Member(this, id, "管理员"));
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    /** What the messenger answers to messages for this person from now on. */
    void refuses(Member member, Outcome outcome) {
        refusing.put(member.id(), outcome);
    }

    void stopsRefusing(Member member) {
        refusing.remove(member.id());
    }

    /** What the messenger answers to every document from now on. */
    void refusesDocuments(Outcome outcome) {
        refusingDocuments = Optional.of(outcome);
    }

    /** What the messenger and the outbox go by; the office's clock stays. */
    void passesInRealTime(Duration time) {
        realTime.set(realTime.instant().plus(time));
    }

    /** Messages stay in the outbox until delivery is switched on again. */
    void delivers(boolean delivering) {
        isDelivering = delivering;
        deliver();
    }

    long nextUpdate() {
        return UPDATES.getAndIncrement();
    }

    void receives(Incoming... incoming) {
        List<Intake.Arrival> batch = new ArrayList<>();
        for (Incoming one : incoming) {
            batch.add(new Intake.Readable(one, () -> "{}"));
        }
        receives(batch);
    }

    void receives(List<Intake.Arrival> batch) {
        panfeng.dispatcher.take(batch, now());
        panfeng.secondTries.due();
        panfeng.worker.work();
        deliver();
    }

    /** Brings everything in the outbox to the chats. */
    void deliver() {
        while (isDelivering) {
            realTime.set(realTime.instant().plusMillis(10));
            List<Parcel> parcels = panfeng.deliveries.claim(1000, 1000);
            if (parcels.isEmpty()) {
                return;
            }
            for (Parcel parcel : parcels) {
                settle(parcel, refusing.getOrDefault(parcel.chatId(), arrive(parcel)));
            }
        }
    }

    private void settle(Parcel parcel, Outcome outcome) {
        panfeng.database.jdbi().useTransaction(handle -> {
            if (!panfeng.deliveries.settle(parcel, outcome)) {
                return;
            }
            panfeng.reports.stream()
                    .filter(report -> report.topicKind().equals(parcel.topic().kind()))
                    .forEach(report -> report.settled(parcel, outcome, now()));
            if (outcome instanceof Outcome.Unreachable) {
                panfeng.staff.lost(parcel.chatId(), now());
            }
        });
    }

    private Outcome arrive(Parcel parcel) {
        Outgoing outgoing = parcel.outgoing();
        if (outgoing instanceof Outgoing.Toast toast) {
            members.values().forEach(member -> member.toasted(toast));
            return new Outcome.Delivered(0);
        }
        Member member = members.get(parcel.chatId());
        if (member == null || refusing.containsKey(parcel.chatId())) {
            return new Outcome.Delivered(0);
        }
        if (outgoing instanceof Outgoing.Send send) {
            long id = nextMessage++;
            member.gets(id, send.content(), send.keyboard());
            return new Outcome.Delivered(id);
        } else if (outgoing instanceof Outgoing.Document document) {
            return gets(member, document);
        } else if (outgoing instanceof Outgoing.Edit edit) {
            member.gets(edit.messageId(), edit.content(), edit.keyboard());
            return new Outcome.Delivered(edit.messageId());
        }
        member.offered((Outgoing.Menu) outgoing);
        return new Outcome.Delivered(0);
    }

    private Outcome gets(Member member, Outgoing.Document document) {
        if (refusingDocuments.isPresent()) {
            return refusingDocuments.get();
        }
        member.gets(nextMessage, document);
        return new Outcome.Delivered(nextMessage++);
    }

    @Override
    public void close() {
        panfeng.database.close();
    }
}
