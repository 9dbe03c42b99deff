package org.panfeng;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.panfeng.calendar.CalendarFeature;
import org.panfeng.chat.Commands;
import org.panfeng.chat.Dispatcher;
import org.panfeng.chat.Language;
import org.panfeng.chat.Prompts;
import org.panfeng.chat.Role;
import org.panfeng.chat.SecondTries;
import org.panfeng.jobs.Agenda;
import org.panfeng.jobs.Duties;
import org.panfeng.jobs.Duty;
import org.panfeng.jobs.OfficeJobs;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Pictures;
import org.panfeng.mailbox.Reception;
import org.panfeng.mailbox.SeenUpdates;
import org.panfeng.mailbox.SetAside;
import org.panfeng.mailbox.Topic;
import org.panfeng.notice.NoticeFeature;
import org.panfeng.people.Absences;
import org.panfeng.people.Departments;
import org.panfeng.people.Enrolment;
import org.panfeng.people.Invitations;
import org.panfeng.people.KnownSpeakers;
import org.panfeng.people.LeaveRule;
import org.panfeng.people.PeopleFeature;
import org.panfeng.people.Staff;
import org.panfeng.programme.CalendarChanges;
import org.panfeng.programme.Timetable;
import org.panfeng.report.ReportFeature;
import org.panfeng.report.Vitals.Trouble;
import org.panfeng.storage.Backups;
import org.panfeng.storage.Database;
import org.panfeng.study.ReminderHours;
import org.panfeng.study.StudyFeature;
import org.panfeng.telegram.Admission;
import org.panfeng.telegram.BotApi;
import org.panfeng.telegram.Courier;
import org.panfeng.telegram.Endpoint;
import org.panfeng.telegram.Hook;
import org.panfeng.telegram.Poller;
import org.panfeng.telegram.Receiver;
import org.panfeng.telegram.Updates;
import org.panfeng.telegram.Webhook;
import org.panfeng.web.WebhookRoute;

/**
 * Builds every part of the bot in reading order, starts them, and stops them in reverse. The parts are open to this package, to the
 * command line and the tests.
 */
final class Panfeng implements AutoCloseable {
    final Database database;
    private final Clock officeClock;
    private final Clock realTime;
    final Timetable timetable;
    final Outbox outbox;
    final Reception reception;
    private final Pictures pictures;
    final Staff staff;
    final Departments departments;
    final Invitations invitations;
    final Absences absences;
    final StudyFeature study;
    private final CalendarFeature calendar;
    final PeopleFeature people;
    final ReportFeature report;
    private final Commands commands;
    final Dispatcher dispatcher;
    final SetAside setAside;
    final SecondTries secondTries;
    private final CalendarChanges calendarChanges;
    final Agenda agenda;
    final NightWatch night;
    private final Duties duties;
    private final BotApi api;
    private final BotName botName;
    final Deliveries deliveries;
    final List<DeliveryReport> reports;
    final Courier courier;
    final Receiver receiver;
    private final Optional<WebhookRoute> webhook;
    final Admission admission = new Admission();
    final Worker worker;
    private final Language language;
    private volatile @Nullable OfficeJobs jobs;

    /**
     * @param officeClock what the office's days go by; the sandbox moves it
     * @param realTime what the messenger's limits go by
     */
    Panfeng(Configuration configuration, Endpoint endpoint, Database database, Clock officeClock, Clock realTime) {
        this(configuration, new BotApi(endpoint), database, officeClock, realTime);
    }

    /**
     * @param api closed together with the bot, as the database is
     */
    Panfeng(Configuration configuration, BotApi api, Database database, Clock officeClock, Clock realTime) {
        Settings settings = configuration.settings();
        Settings.Programme programme = settings.programme();
        this.api = api;
        this.botName = new BotName(api);
        this.database = database;
        this.officeClock = officeClock;
        this.realTime = realTime;
        this.timetable = configuration.timetable();
        this.language = settings.language();
        Jdbi jdbi = database.jdbi();

        outbox = new Outbox(jdbi, realTime);
        deliveries = new Deliveries(jdbi, realTime);
        reception = new Reception(jdbi);
        staff = new Staff(jdbi, new HashSet<>(settings.people().admins()));
        departments = new Departments(jdbi);
        invitations = new Invitations(jdbi);
        calendarChanges = new CalendarChanges(jdbi, programme.id(), configuration.calendar());
        calendarChanges.refresh();
        absences = new Absences(jdbi);
        ReminderHours reminderHours = new ReminderHours(timetable, programme.remindAt());
        agenda = new Agenda(timetable, programme.pushAt(), reminderHours.times(), staff::chosenPushTimes);

        Prompts prompts = new Prompts(jdbi);
        pictures = new Pictures(jdbi, realTime);
        study = new StudyFeature(
                jdbi,
                programme.id(),
                timetable,
                programme.pushAt(),
                reminderHours,
                configuration.syllabus(),
                staff,
                departments,
                absences,
                outbox,
                prompts,
                reception,
                pictures,
                realTime);
        people = new PeopleFeature(
                Enrolment.Mode.valueOf(settings.people().enrolment().name()),
                LeaveRule.valueOf(settings.people().leave().name()),
                language,
                programme.pushAt(),
                staff,
                departments,
                invitations,
                absences,
                study.dates(),
                study.streakDays(),
                outbox,
                this::commands,
                this::botName,
                study.newcomers());
        calendar = new CalendarFeature(
                jdbi, programme.id(), timetable, calendarChanges, programme.pushAt(), staff, study, outbox);
        NoticeFeature notice =
                new NoticeFeature(jdbi, staff, outbox, settings.delivery().perSecond(), language);
        setAside = new SetAside(jdbi);
        Updates updates = new Updates();
        report = new ReportFeature(
                jdbi,
                programme.id(),
                timetable,
                staff,
                departments,
                study,
                outbox,
                setAside,
                updates,
                new PanfengVitals(this));

        Features features = new Features(study, calendar, report, notice, people);
        commands = features.commands(this::commands);
        dispatcher = new Dispatcher(
                jdbi,
                outbox,
                prompts,
                new KnownSpeakers(staff, language),
                commands,
                features.buttons(),
                features.prompts(),
                database::count);

        secondTries = new SecondTries(jdbi, setAside, updates, dispatcher, outbox, study::countsAt, officeClock);
        night = new NightWatch(
                database,
                new VerifyErrand(configuration),
                new Backups(settings.backup().dir()),
                settings.backup().keep(),
                programme.zone(),
                programme.dayStartsAt(),
                staff,
                outbox);
        Housekeeping housekeeping =
                new Housekeeping(outbox, pictures, new SeenUpdates(jdbi), setAside, study.recountOrders(), realTime);
        duties = new Duties(
                byTheCalendar(now -> {
                    learnName();
                    study.push().due(now);
                    study.askAgain().due(now);
                    secondTries.due();
                    study.shortage().due(now);
                    calendar.missingYear().due(now);
                }),
                byTheCalendar(study.reminder()::due),
                byTheCalendar(study.close()::due),
                now -> {
                    housekeeping.due(now);
                    night.due(now);
                });
        reports = List.of(study.deliveries(), notice.deliveries());
        courier = new Courier(
                api,
                jdbi,
                outbox,
                deliveries,
                file -> configuration.files().bytes(file).or(() -> pictures.bytes(file)),
                reports,
                staff::lost,
                admission,
                officeClock,
                new Courier.Limits(
                        settings.delivery().perSecond(),
                        settings.delivery().perChatPerSecond(),
                        settings.delivery().perGroupPerMinute()));
        Optional<Hook> hook = Hooks.of(settings.telegram());
        if (hook.isPresent()) {
            Webhook handedIn = new Webhook(api, hook.get(), this::take, reception, admission, officeClock, realTime);
            receiver = handedIn;
            webhook = Optional.of(Hooks.route(hook.get(), handedIn));
        } else {
            receiver = new Poller(api, this::take, reception, admission, officeClock, realTime);
            webhook = Optional.empty();
        }
        worker = new Worker(
                List.of(
                        study.pushOrders()::work,
                        now -> {
                            // A recount goes by the calendar that asked for it, also where another node was asked.
                            calendarChanges.refresh();
                            return study.recountOrders().work(now);
                        },
                        study.yearPictures()::work,
                        notice.addressing()::work,
                        now -> study.deliveries().fold(),
                        now -> study.streakCounts().fold()),
                officeClock);
    }

    /** Other processes change the calendar too. */
    private Duty byTheCalendar(Duty duty) {
        return now -> {
            calendarChanges.refresh();
            duty.due(now);
        };
    }

    /**
     * Starts receiving and sending first, and what can wait afterwards.
     *
     * @throws CannotRun when Telegram refuses the token
     */
    void start() throws CannotRun {
        study.open(officeClock.instant());
        botName.introduce();
        courier.start(database.isEmbedded());
        receiver.start();
        secondTries.start();
        worker.start();
        offerMenus();
        startJobs();
    }

    /** Last, and not in the constructor: the scheduler takes half a second and starts threads, and nobody waits for it. */
    private void startJobs() {
        OfficeJobs started = new OfficeJobs(database.dataSource(), duties, officeClock);
        jobs = started;
        started.start();
    }

    /** What the menu button offers to those who are not enrolled yet. */
    private void offerMenus() {
        database.jdbi()
                .useTransaction(handle -> outbox.post(Lane.DIGEST, 0, commands.menu(Role.GUEST, language), Topic.NONE));
    }

    /** The way by which updates are handed in; empty where they are polled for. */
    Optional<WebhookRoute> webhook() {
        return webhook;
    }

    /** What is confirmed must be there from then on. */
    private void take(List<Intake.Arrival> batch, Instant receivedAt) {
        dispatcher.take(batch, receivedAt);
        database.promise();
    }

    private Commands commands() {
        return commands;
    }

    /** The bot's user name at Telegram; empty as long as Telegram has not been reached. */
    String botName() {
        return botName.get();
    }

    private void learnName() {
        if (receiver.health().trouble().isEmpty()) {
            botName.learn();
        }
    }

    /** Everything of the study day that is due now. */
    void runDuties() {
        duties.studyDay(officeClock.instant());
    }

    Instant realTime() {
        return realTime.instant();
    }

    /** What is wrong; empty when all is well. */
    List<Trouble> troubles() {
        return new PanfengVitals(this).troubles();
    }

    boolean isScheduling() {
        OfficeJobs scheduler = jobs;
        return scheduler != null && scheduler.isRunning();
    }

    /** The same in words, one line each, for those who ask from outside the chat. */
    List<String> troublesInWords() {
        return troubles().stream().map(trouble -> trouble.in(Language.EN)).toList();
    }

    @Override
    public void close() {
        receiver.close();
        night.close();
        OfficeJobs scheduler = jobs;
        if (scheduler != null) {
            scheduler.close();
        }
        secondTries.close();
        worker.close();
        courier.close();
        api.close();
        database.close();
    }
}
