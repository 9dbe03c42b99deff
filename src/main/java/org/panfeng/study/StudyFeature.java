package org.panfeng.study;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Prompts;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Pictures;
import org.panfeng.mailbox.Reception;
import org.panfeng.people.Absences;
import org.panfeng.people.Departments;
import org.panfeng.people.Namesakes;
import org.panfeng.people.Newcomers;
import org.panfeng.people.Staff;
import org.panfeng.people.StreakDays;
import org.panfeng.people.StudyDates;
import org.panfeng.programme.Syllabus;
import org.panfeng.programme.Timetable;

/** The study day, put together: its commands, buttons and prompts, and what the scheduler wakes. */
public final class StudyFeature {
    private final Timetable timetable;
    private final DayTasks dayTasks;
    private final DailyPush push;
    private final PushOrders pushOrders;
    private final TaskDeliveries deliveries;
    private final Stocktaking stocktaking;
    private final LessonShortage shortage;
    private final Reminder reminder;
    private final DayClose close;
    private final AskAgain askAgain;
    private final ProgrammeDays days;
    private final Today today;
    private final StreakCounts streakCounts;
    private final RankBook rankBook;
    private final RecountOrders recounts;
    private final Withdrawals withdrawals;
    private final AffectedLedgers affectedLedgers;
    private final YearPictures yearPictures;
    private final Verification verification;
    private final PastDays pastDays;
    private final StreakDays streakDays;
    private final List<Command> commands;
    private final List<ButtonHandler> buttons;
    private final List<PromptHandler> promptHandlers;

    /**
     * @param programme the programme's id
     * @param pushAt when the task comes to those who have chosen no time of their own, in the programme's zone
     */
    public StudyFeature(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            LocalTime pushAt,
            ReminderHours reminderHours,
            Syllabus syllabus,
            Staff staff,
            Departments departments,
            Absences absences,
            Outbox outbox,
            Prompts prompts,
            Reception reception,
            Pictures pictures,
            Clock realTime) {
        this.timetable = timetable;
        Tasks tasks = new Tasks(jdbi, programme);
        this.dayTasks = new DayTasks(jdbi, programme);
        this.deliveries = new TaskDeliveries(jdbi, tasks);
        Answers answers = new Answers(jdbi);
        this.days = new ProgrammeDays(jdbi, programme);
        this.withdrawals = new Withdrawals(days, outbox);
        this.affectedLedgers = new AffectedLedgers(jdbi, programme);
        Facts facts = new Facts(jdbi, programme, timetable, absences);
        Ledger ledger = new Ledger(jdbi, programme);
        this.streakCounts = new StreakCounts(jdbi, programme);
        this.rankBook = new RankBook(jdbi, programme, streakCounts);
        Streaks streaks = new Streaks(jdbi, programme, rankBook, streakCounts);
        this.streakDays = new PersonStreaks(facts, streaks);
        staff.onChange(rankBook::follow);
        Recount recount = new Recount(staff, days, facts, ledger, streaks);
        absences.onChange((person, from, to, now) -> {
            if (from.isBefore(timetable.dateOf(now))) {
                recount.of(person);
            }
        });
        this.recounts = new RecountOrders(jdbi, programme, timetable, staff, ledger, days, recount, outbox);
        Reviews reviews = new Reviews(jdbi, programme);
        Results results = new Results(jdbi, programme);
        LessonPlan plan = new LessonPlan(days, syllabus, reviews, new OldQuestions(days, syllabus, reviews, results));
        this.stocktaking = new Stocktaking(timetable, days, syllabus);
        OpenDays openDays = new OpenDays(timetable, days, reception);
        MakeUps makeUps = new MakeUps(timetable, openDays, ledger);
        Excuses excuses = new Excuses(absences, days);
        Rescues rescues = new Rescues(facts);
        MakeUpOffers offers = new MakeUpOffers(timetable, makeUps, rescues);
        Completion completion = new Completion(tasks, ledger, streaks, recount);
        Summaries summaries = new Summaries(streaks, timetable, offers);
        Quiz quiz = new Quiz(days, plan, tasks, answers, outbox, prompts, openDays, completion, summaries);
        Practice practice = new Practice(syllabus, outbox);
        Handout handout = new Handout(timetable, pushAt, days, plan, dayTasks, outbox);
        this.push = new DailyPush(jdbi, timetable, handout);
        this.pushOrders = new PushOrders(jdbi, programme, timetable, handout, dayTasks, outbox);
        this.shortage = new LessonShortage(jdbi, programme, timetable, pushAt, days, stocktaking, staff, outbox);
        this.reminder = new Reminder(
                jdbi, programme, timetable, reminderHours, plan, days, dayTasks, ledger, makeUps, rescues, outbox);
        this.askAgain = new AskAgain(jdbi, programme, timetable, reception, openDays, dayTasks, quiz, staff, outbox);
        ChangedLessons changed = new ChangedLessons(jdbi, plan, dayTasks, staff, completion);
        this.close = new DayClose(
                jdbi, timetable, openDays, days, deliveries, changed, results, facts, ledger, streaks, recount);
        this.today =
                new Today(timetable, days, plan, tasks, quiz, practice, summaries, makeUps, offers, absences, outbox);
        this.verification = new Verification(jdbi, staff, facts, ledger, streaks, recount, rankBook, streakCounts);
        this.pastDays =
                new PastDays(jdbi, timetable, pushAt, plan, staff, dayTasks, answers, completion, close, reception);
        this.yearPictures = new YearPictures(
                jdbi, programme, timetable, staff, ledger, excuses, streaks, pictures, outbox, realTime);
        Namesakes namesakes = new Namesakes(departments);
        Why why = new Why(timetable, ledger, excuses, offers, namesakes);
        WhyCommand whyCommand = new WhyCommand(staff, namesakes, timetable, why);
        this.commands = List.of(
                new TodayCommand(staff, today),
                whyCommand,
                new StreakCommand(staff, streaks, streakCounts, ledger, excuses, timetable, offers, yearPictures),
                new PushCommand(timetable, days, pushOrders, summaries));
        this.buttons = List.of(
                new QuizButtons(staff, tasks, quiz, makeUps),
                new MakeUpButtons(staff, plan, tasks, quiz, makeUps),
                whyCommand,
                practice);
        this.promptHandlers = List.of(new TypedAnswers(staff, tasks, quiz, makeUps));
    }

    /** Makes ready what an older Panfeng, or another programme, has not kept. To be called before anything is received. */
    public void open(Instant now) {
        rankBook.open(timetable.dateOf(now), now);
        recounts.open(now);
    }

    public StreakCounts streakCounts() {
        return streakCounts;
    }

    public DailyPush push() {
        return push;
    }

    public PushOrders pushOrders() {
        return pushOrders;
    }

    public LessonShortage shortage() {
        return shortage;
    }

    public Withdrawals withdrawals() {
        return withdrawals;
    }

    public AffectedLedgers affectedLedgers() {
        return affectedLedgers;
    }

    public Reminder reminder() {
        return reminder;
    }

    public DayClose close() {
        return close;
    }

    public AskAgain askAgain() {
        return askAgain;
    }

    /**
     * The instant by which something counts that was received earlier and is handled only now: its own, as long as its day is not closed.
     */
    public Instant countsAt(Instant received, Instant now) {
        return days.isClosed(timetable.dateOf(received)) ? now : received;
    }

    /** The programme's days, for those who know no programme. */
    public StudyDates dates() {
        return new ProgrammeDates(timetable);
    }

    /** The streaks, for those who know no ledger. */
    public StreakDays streakDays() {
        return streakDays;
    }

    public Newcomers newcomers() {
        return today;
    }

    public Verification verification() {
        return verification;
    }

    /** The recounts of everybody that wait for a worker. */
    public RecountOrders recountOrders() {
        return recounts;
    }

    /** The pictures of a year that wait for a worker. */
    public YearPictures yearPictures() {
        return yearPictures;
    }

    public PastDays pastDays() {
        return pastDays;
    }

    public TaskDeliveries deliveries() {
        return deliveries;
    }

    /** How long the new lessons last. */
    public LessonStock stock(Instant now) {
        return stocktaking.on(timetable.dateOf(now));
    }

    /** How many have today's task and are done; empty on a day without study. */
    public Optional<Participation> participation(Instant now) {
        return timetable.studyDayAt(now).map(dayTasks::participation);
    }

    public Participation participation(LocalDate day) {
        return dayTasks.participation(day);
    }

    public List<Command> commands() {
        return commands;
    }

    public List<ButtonHandler> buttons() {
        return buttons;
    }

    public List<PromptHandler> prompts() {
        return promptHandlers;
    }
}
