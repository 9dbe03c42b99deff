package org.panfeng.bench.scale;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.panfeng.OpenDatabase;
import org.panfeng.chat.Commands;
import org.panfeng.chat.Dispatcher;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Carriage;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Sender;
import org.panfeng.people.KnownSpeakers;
import org.panfeng.programme.Question;

/**
 * What an answer costs in a small and in a large office, batch by batch in turn: a press is dispatched, the next question or the summary
 * posted, and all of it settled as delivered. People are drawn from everywhere in the office, and answer their whole quiz.
 */
public final class AnswerCost {
    private static final int AT_ONCE = 100;
    private static final int WARM_DAYS = 3;

    private final OpenDatabase office;
    private final Dispatcher dispatcher;
    private final LocalDate first;
    private final Random random = new Random(1);
    private final List<Parcel> handed = new ArrayList<>();
    private final Deliveries deliveries;
    private final List<Double> micros = new ArrayList<>();
    private long updateId;

    private AnswerCost(OpenDatabase office) {
        this.office = office;
        this.first = office.jdbi()
                .withHandle(handle -> handle.createQuery("select max(study_day) from task")
                        .mapTo(LocalDate.class)
                        .one())
                .plusDays(1);
        this.deliveries = new Deliveries(office.jdbi(), java.time.Clock.systemUTC());
        this.dispatcher = new Dispatcher(
                office.jdbi(),
                office.outbox,
                office.prompts,
                new KnownSpeakers(office.staff, Language.ZH),
                new Commands(office.study.commands()),
                office.study.buttons(),
                office.study.prompts(),
                handle -> {});
        office.outbox.carriedBy(new Carriage() {
            @Override
            public void take(List<Parcel> replies) {
                handed.addAll(replies);
            }

            @Override
            public void look() {}
        });
        // Later numbers than any earlier run's.
        updateId = System.nanoTime();
    }

    /** Everybody is given the task of a day, and a hundred people are drawn who will do it. */
    private List<Task> begin(int day) {
        LocalDate date = first.plusDays(day);
        Instant now = office.timetable().at(date, LocalTime.of(9, 0));
        office.study.push().due(now);
        long people = office.staff.audience().everybody();
        Set<Long> drawn =
                random.longs(1, people + 1).distinct().limit(AT_ONCE).boxed().collect(Collectors.toSet());
        Map<Long, Long> tasks = office.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select person_id, id from task where study_day = :day and person_id in (<people>)")
                        .bind("day", date)
                        .bindList("people", List.copyOf(drawn))
                        .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return tasks.entrySet().stream()
                .map(one -> new Task(History.FIRST_CHAT + one.getKey() - 1, one.getValue()))
                .toList();
    }

    private record Task(long chat, long id) {}

    /** On a thread of each office's own, so that a recording tells the answers apart from the rest, and the offices from each other. */
    private void studyApart(List<Task> tasks, int day, boolean isMeasured) {
        Thread thread = new Thread(
                () -> study(tasks, day, isMeasured),
                "answers in " + office.staff.audience().everybody());
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each of these people does the whole quiz of a day, all of them the same step at a time. */
    private void study(List<Task> tasks, int day, boolean isMeasured) {
        LocalDate date = first.plusDays(day);
        long nanos = take(tasks, date, task -> "quiz:go:" + date.toEpochDay());
        List<Question> questions = office.questions(date);
        for (int i = 0; i < questions.size(); i++) {
            int number = i;
            if (questions.get(i) instanceof Question.ShortAnswer) {
                nanos += take(tasks, date, task -> "26");
                continue;
            }
            nanos += take(tasks, date, task -> "quiz:is:" + task.id() + ":" + number + ":0");
            if (questions.get(i) instanceof Question.MultipleChoice) {
                nanos += take(tasks, date, task -> "quiz:ok:" + task.id() + ":" + number);
            }
        }
        if (isMeasured) {
            micros.add(nanos / 1e3 / tasks.size() / questions.size());
        }
    }

    /** Presses a button, or says words. */
    private long take(List<Task> tasks, LocalDate date, Function<Task, String> act) {
        List<Intake.Arrival> batch = tasks.stream()
                .<Intake.Arrival>map(task -> new Intake.Readable(incoming(task.chat(), act.apply(task)), () -> "{}"))
                .toList();
        long began = System.nanoTime();
        dispatcher.take(batch, office.timetable().at(date, LocalTime.of(10, 0)));
        deliveries.settle(handed.stream()
                .map(parcel -> new Deliveries.Ended(parcel, new Outcome.Delivered(1)))
                .toList());
        handed.clear();
        return System.nanoTime() - began;
    }

    private Incoming incoming(long chat, String act) {
        Sender sender = new Sender(chat, "x");
        updateId++;
        return act.contains(":")
                ? new Incoming.Tap(updateId, sender, chat, 1, "tap" + updateId, act)
                : new Incoming.Text(updateId, sender, chat, act);
    }

    private double median() {
        Collections.sort(micros);
        return micros.get(micros.size() / 2);
    }

    /**
     * @param days how many days people answer on, after three to warm up
     * @return the line of a table
     */
    static String run(OpenDatabase small, OpenDatabase large, int days) {
        List<AnswerCost> both = List.of(new AnswerCost(small), new AnswerCost(large));
        for (int day = 0; day < WARM_DAYS + days; day++) {
            int today = day;
            List<List<Task>> tasks = both.stream().map(one -> one.begin(today)).toList();
            for (int i = 0; i < both.size(); i++) {
                both.get(i).studyApart(tasks.get(i), day, day >= WARM_DAYS);
            }
        }
        double one = both.get(0).median();
        double other = both.get(1).median();
        return String.format(
                Locale.ROOT,
                "| an answer, in batches of %d | %,d people %.0f µs | %,d people %.0f µs | %.2f times |",
                AT_ONCE,
                small.staff.audience().everybody(),
                one,
                large.staff.audience().everybody(),
                other,
                other / one);
    }

    /** Arguments: the JDBC URLs of a small and of a large office that {@link History} has written. */
    public static void main(String[] arguments) {
        try (OpenDatabase small = OpenDatabase.at(arguments[0], "panfeng", "");
                OpenDatabase large = OpenDatabase.at(arguments[1], "panfeng", "")) {
            System.out.println(run(small, large, Integer.getInteger("bench.days", 20)));
        }
    }
}
