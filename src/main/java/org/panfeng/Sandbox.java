package org.panfeng;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.panfeng.chat.Language;
import org.panfeng.people.Person.Status;
import org.panfeng.programme.Finding;
import org.panfeng.sandbox.Colleagues;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.PortInUse;
import org.panfeng.sandbox.StandIn;
import org.panfeng.sandbox.tour.Cast;
import org.panfeng.sandbox.tour.Tour;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;
import org.panfeng.telegram.Endpoint;
import org.panfeng.web.HealthServer;

/**
 * The stand-in and the bot side by side, with a sample office that is about to begin its Monday. The bot is the one that runs in earnest:
 * it knows only the address of its Bot API, and everything it stores is in memory.
 */
final class Sandbox implements AutoCloseable {
    static final String TOKEN = "100000001:sandbox-on-loopback-no-secret";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long SEED = 1_116;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Configuration configuration;
    private final PassingTime time;
    private final StandIn standIn;
    private final Supplier<Panfeng> maker;
    private volatile Panfeng panfeng;
    private final Colleagues colleagues;
    private final HealthServer health;
    private String invitation = "";

    /**
     * @param maker builds the bot; again on the same database when it is restarted
     */
    private Sandbox(
            Configuration configuration,
            PassingTime time,
            StandIn standIn,
            Supplier<Panfeng> maker,
            Panfeng panfeng,
            Colleagues colleagues) {
        this.configuration = configuration;
        this.time = time;
        this.standIn = standIn;
        this.maker = maker;
        this.panfeng = panfeng;
        this.colleagues = colleagues;
        this.health = HealthServer.start(LOOPBACK, 0, () -> panfeng().troublesInWords());
    }

    /**
     * Opens the office on Monday 2026-11-16 at 08:25 in its zone, and starts everything.
     *
     * @param port of the page; 0 for any free one
     * @param idle the people of the office who are not simulated: somebody else plays them, or nobody
     * @param longestPause that a colleague takes over one step
     * @throws CannotRun if the port is in use
     */
    static Sandbox open(Configuration configuration, int port, Clock realTime, List<Long> idle, Duration longestPause)
            throws CannotRun {
        Settings.Programme programme = configuration.settings().programme();
        Instant begin = SampleOffice.TODAY
                .atTime(programme.pushAt())
                .minus(PassingTime.BEFORE_PUSH)
                .atZone(programme.zone())
                .toInstant();
        SandboxClock clock = new SandboxClock(realTime, begin);
        PassingTime time = new PassingTime(clock, realTime, programme.zone(), programme.pushAt());
        CompletableFuture<Sandbox> opened = new CompletableFuture<>();
        FutureTask<StandIn> starting =
                new FutureTask<>(() -> StandIn.start(port, TOKEN, clock, new SandboxStage(time, opened)));
        // A thread of our own rather than a pool's: its children find classes where this one does.
        new Thread(starting, "sandbox-start").start();
        Database database = opened(configuration);
        StandIn standIn;
        try {
            standIn = started(starting, port);
        } catch (CannotRun portInUse) {
            database.close();
            throw portInUse;
        }
        Endpoint endpoint = new Endpoint(URI.create(standIn.url()), TOKEN, Optional.empty());
        Panfeng panfeng = new Panfeng(configuration, endpoint, database, clock, realTime);
        new SampleOffice(panfeng, configuration.syllabus()).write();
        // The bot was receiving all the time, so its Monday begins without an outage.
        panfeng.reception.bridge(clock.instant());
        Colleagues colleagues = new Colleagues(
                standIn.messenger(),
                new SyllabusKey(configuration.syllabus()),
                SampleCast.gather(standIn.messenger(), idle),
                longestPause,
                SEED);
        Supplier<Panfeng> again = () -> new Panfeng(configuration, endpoint, reopened(configuration), clock, realTime);
        Sandbox sandbox = new Sandbox(configuration, time, standIn, again, panfeng, colleagues);
        sandbox.begin();
        opened.complete(sandbox);
        return sandbox;
    }

    private static Database opened(Configuration configuration) throws CannotRun {
        try {
            return Database.open(configuration.settings().database());
        } catch (Unusable unusable) {
            throw new CannotRun(unusable.words());
        }
    }

    private static Database reopened(Configuration configuration) {
        try {
            return opened(configuration);
        } catch (CannotRun gone) {
            throw new IllegalStateException("The sandbox has lost its database", gone);
        }
    }

    private void begin() throws CannotRun {
        panfeng.start();
        panfeng.database
                .jdbi()
                .useTransaction(handle -> SamplePeople.VISITORS.stream()
                        .flatMap(id -> panfeng.staff.withTelegramId(id).stream())
                        .forEach(panfeng.people::showMenu));
        invitation = SampleOffice.invitation(panfeng, time.now());
        SampleCast.name(standIn.messenger(), invitation);
        colleagues.start();
        time.begin(this::panfeng, colleagues, this::isQuiet);
    }

    void speak(List<Person> people, Language language) {
        whileRunning(() -> panfeng.database
                .jdbi()
                .useTransaction(
                        handle -> people.forEach(person -> panfeng.people.speak(met(person, language), language))));
    }

    private org.panfeng.people.Person met(Person person, Language language) {
        return panfeng.staff
                .withTelegramId(person.id())
                .orElseGet(() -> panfeng.staff.meet(person.id(), person.name(), language, Status.GUEST));
    }

    /** Stops the bot and starts it again while the time stands still; what people do meanwhile waits at the stand-in. */
    void restartBot() {
        time.hold(() -> whileRunning(() -> {
            panfeng.close();
            panfeng = maker.get();
            panfeng.reception.bridge(time.now());
            try {
                panfeng.start();
            } catch (CannotRun refused) {
                throw new IllegalStateException("The stand-in refuses its own token", refused);
            }
        }));
    }

    /** Does something that the bot must not be restarted under. */
    synchronized void whileRunning(Runnable act) {
        act.run();
    }

    /**
     * The settings of a sandbox: what this machine's environment and panfeng.yaml say has no say here, only lessons and calendars are those of
     * the folder {@code config}, if it is there.
     */
    static Configuration.Loaded configure() {
        Map<String, String> settings = Map.of(
                "PANFENG_TELEGRAM_TOKEN",
                TOKEN,
                "PANFENG_DATABASE_URL",
                "jdbc:h2:mem:sandbox-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "PANFENG_PEOPLE_ADMINS",
                Long.toString(SamplePeople.ADMIN),
                // The stand-in has no limit, and whoever lets a week pass does not want to wait for one.
                "PANFENG_DELIVERY_PER_SECOND",
                "200");
        Settings.Loaded loaded = new SettingsReader(settings).read(Path.of("no settings"));
        List<Finding> findings = loaded.findings();
        return loaded.settings()
                .map(found -> Configuration.load(found, Settings.DEFAULT_DIR))
                .orElseGet(() -> new Configuration.Loaded(Optional.empty(), findings));
    }

    private static StandIn started(FutureTask<StandIn> starting, int port) throws CannotRun {
        try {
            return starting.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PortInUse) {
                throw new CannotRun(
                        "Port " + port
                                + " is in use by another program. Stop it, or choose another with --port (0 takes any free one).");
            }
            throw new IllegalStateException("The stand-in cannot be started", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while starting", stopped);
        }
    }

    private boolean isQuiet() {
        return colleagues.areIdle()
                && standIn.messenger().pendingUpdates() == 0
                && panfeng.outbox.waiting().isEmpty();
    }

    Configuration configuration() {
        return configuration;
    }

    PassingTime time() {
        return time;
    }

    Messenger messenger() {
        return standIn.messenger();
    }

    Panfeng panfeng() {
        return panfeng;
    }

    String url() {
        return standIn.url() + "/";
    }

    String healthUrl() {
        return "http://" + LOOPBACK + ":" + health.port() + "/health";
    }

    /** The story of some people of this office, which is to be played with nobody else at the page. */
    Tour tour(PrintWriter out) {
        Cast cast = new Cast(
                SamplePeople.withId(SamplePeople.ADMIN).person(),
                SamplePeople.withId(SamplePeople.LEADER).person(),
                SamplePeople.newcomer().person(),
                SamplePeople.withId(SamplePeople.ENGLISH_SPEAKER).person(),
                SamplePeople.DEPARTMENTS.get(SamplePeople.newcomer().department()));
        return new Tour(standIn.messenger(), time, new SyllabusKey(configuration.syllabus()), cast, PATIENCE, out);
    }

    /** A valid invitation for the person who is not enrolled, the same as on the page. */
    String invitation() {
        return invitation;
    }

    /** The bot first, so that it can still say what it has to say. */
    @Override
    public void close() {
        colleagues.close();
        whileRunning(() -> panfeng.close());
        health.close();
        standIn.close();
    }
}
