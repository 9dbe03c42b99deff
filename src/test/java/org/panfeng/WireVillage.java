package org.panfeng;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.panfeng.chat.Language;
import org.panfeng.people.Person.Status;
import org.panfeng.sandbox.Colleagues;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Message.Button;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;
import org.panfeng.telegram.Endpoint;

/** People who study over HTTP with the stand-in, whose clock is put forward as the sandbox does it: each by their habits, some on leave. */
final class WireVillage implements AutoCloseable {
    private static final String TOKEN = "1:village";
    private static final long FIRST_ID = 1001;
    private static final Duration NO_HURRY = Duration.ofMillis(60);
    private static final String EARLIER = "‹ 更早";

    private final Random random;
    private final List<Long> people = new ArrayList<>();
    private final Set<Long> keepingOut = new HashSet<>();
    private final StandIn telegram;
    private final Colleagues colleagues;
    private final Panfeng panfeng;
    private final PassingTime time;

    WireVillage(int size, LocalDate first, int lessons, Random random) throws CannotRun {
        this.random = random;
        Settings settings =
                Curriculum.settings(Settings.Leave.SELF, "delivery.per-second=1000", "delivery.per-chat-per-second=30");
        SandboxClock clock = new SandboxClock(Clock.systemUTC(), Almanac.at(first, LocalTime.of(7, 0)));
        telegram = StandIn.start(0, TOKEN, clock);
        Endpoint endpoint = new Endpoint(URI.create(telegram.url()), TOKEN, Optional.empty());
        panfeng = new Panfeng(
                Curriculum.of(lessons, random).configuration(settings),
                endpoint,
                TestDatabase.H2.open(),
                clock,
                Clock.systemUTC());
        Map<Long, Colleagues.Habit> habits = new HashMap<>();
        for (long id = FIRST_ID; id < FIRST_ID + size; id++) {
            people.add(id);
            habits.put(id, new Colleagues.Habit(random.nextDouble(), random.nextDouble(), 0.8));
        }
        colleagues = new Colleagues(telegram.messenger(), message -> List.of("A"), habits, NO_HURRY, random.nextLong());
        time = new PassingTime(clock, Clock.systemUTC(), Almanac.ZONE, LocalTime.of(8, 30));
        enrol(clock.instant());
        panfeng.start();
        panfeng.reception.bridge(clock.instant());
        colleagues.start();
        time.begin(() -> panfeng, colleagues, this::isQuiet);
    }

    private void enrol(Instant now) {
        people.forEach(id -> {
            telegram.messenger().addAcquainted(new Person(id, "同事" + id, null, null, "zh-hans"));
            var met = panfeng.staff.meet(id, "同事" + id, Language.ZH, Status.GUEST);
            panfeng.staff.enrol(met.id(), Optional.empty(), now);
        });
    }

    private boolean isQuiet() {
        return colleagues.areIdle()
                && telegram.messenger().pendingUpdates() == 0
                && panfeng.outbox.waiting().isEmpty();
    }

    List<Long> people() {
        return people;
    }

    Messenger messenger() {
        return telegram.messenger();
    }

    Panfeng panfeng() {
        return panfeng;
    }

    /** A day, with all that is due on it; some take leave, keep the bot out or let it in, or make a day up. */
    void pass(LocalDate date) {
        time.moveTo(Almanac.at(date, LocalTime.of(20, 0)));
        for (long id : people) {
            int what = random.nextInt(60);
            if (what == 0) {
                LocalDate from = date.plusDays(random.nextInt(10) - 5);
                taps(id, "leave:take:%d:%s:%s".formatted(personId(id), from, from.plusDays(random.nextInt(3))));
            } else if (what == 1) {
                blocks(id, true);
            } else if (what < 20) {
                blocks(id, false);
            }
        }
        people.stream()
                .filter(id -> random.nextInt(20) == 0)
                .forEach(id -> taps(
                        id, "makeup:" + date.minusDays(1 + random.nextInt(3)).toEpochDay()));
    }

    private void blocks(long id, boolean isBlocked) {
        if (isBlocked && keepingOut.add(id)) {
            messenger().blocks(id);
        } else if (!isBlocked && keepingOut.remove(id)) {
            messenger().unblocks(id);
        }
    }

    private void taps(long id, String data) {
        if (!keepingOut.contains(id)) {
            messenger().chat(id).stream()
                    .filter(Message::fromBot)
                    .findFirst()
                    .ifPresent(message -> messenger().taps(id, message.id(), data));
        }
    }

    private long personId(long id) {
        return panfeng.staff.withTelegramId(id).orElseThrow().id().value();
    }

    /** Waits until everybody has what they asked for. */
    void settles() {
        time.moveTo(time.now().plusMillis(1));
        time.moveTo(time.now().plusMillis(1));
    }

    /** All let the bot in and ask for both; then each turns the pages back to the day they joined. */
    Map<Long, List<String>> readWhy(Map<Long, String> streaks) {
        people.forEach(id -> blocks(id, false));
        settles();
        people.forEach(id -> messenger().says(id, "/streak"));
        settles();
        people.forEach(id -> newest(id, "最长").ifPresent(message -> streaks.put(id, message.text())));
        people.forEach(id -> messenger().says(id, "/why"));
        settles();
        Map<Long, List<String>> pages = new HashMap<>();
        List<Long> reading = people;
        while (!reading.isEmpty()) {
            reading.forEach(id -> newest(id, "现在：")
                    .ifPresent(page -> pages.computeIfAbsent(id, first -> new ArrayList<>())
                            .add(0, page.text())));
            reading = reading.stream().filter(this::turns).toList();
            settles();
        }
        return pages;
    }

    private boolean turns(long id) {
        Optional<Message> page = newest(id, "现在：");
        Optional<Button> earlier = page.flatMap(message -> message.button(EARLIER));
        earlier.ifPresent(
                button -> messenger().taps(id, page.orElseThrow().id(), Objects.requireNonNull(button.data())));
        return earlier.isPresent();
    }

    private Optional<Message> newest(long id, String words) {
        return messenger().chat(id).stream()
                .filter(message -> message.fromBot() && message.text().contains(words))
                .reduce((earlier, later) -> later);
    }

    @Override
    public void close() {
        colleagues.close();
        panfeng.close();
        telegram.close();
    }
}
