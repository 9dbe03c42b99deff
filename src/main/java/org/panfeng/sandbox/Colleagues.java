package org.panfeng.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.panfeng.sandbox.Message.Button;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated people who study along: each begins the quiz when the task comes, or only after the reminder, or not at all, and takes a
 * human while over every step. The same seed makes the same people answer the same.
 */
public final class Colleagues implements AutoCloseable {

    /**
     * How somebody studies; each share is from 0 to 1.
     *
     * @param prompt of the tasks that are begun when they come
     * @param reminded of the other tasks, those that are begun when the reminder comes
     * @param right of the answers
     */
    public record Habit(double prompt, double reminded, double right) {
        public Habit {
            for (double share : new double[] {prompt, reminded, right}) {
                if (share < 0 || share > 1) {
                    throw new IllegalArgumentException("A share is from 0 to 1, not " + share);
                }
            }
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Colleagues.class);
    private static final Set<String> START = Set.of("开始答题", "Start quiz");
    private static final Set<String> READ = Set.of("已阅", "Read");
    private static final int SHORTEST_MILLIS = 50;
    private static final int LONGEST_MILLIS_IN_HASTE = 100;

    private final Messenger messenger;
    private final AnswerKey key;
    private final Map<Long, Colleague> people = new HashMap<>();
    private final AtomicInteger planned = new AtomicInteger();
    private final ScheduledExecutorService hands = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-colleagues");
        thread.setDaemon(true);
        return thread;
    });
    private final int ownLongestMillis;
    private volatile int longestMillis;

    private record Colleague(Habit habit, Random random, Set<String> offered, Set<String> begun) {}

    /**
     * They begin to act when {@link #start} is called.
     *
     * @param habits by the messenger's id of the person
     * @param longestPause the most they take over one step, more than 50 ms
     */
    public Colleagues(Messenger messenger, AnswerKey key, Map<Long, Habit> habits, Duration longestPause, long seed) {
        this.messenger = messenger;
        this.key = key;
        this.ownLongestMillis = (int) longestPause.toMillis();
        this.longestMillis = ownLongestMillis;
        // Neighbouring seeds would begin alike, so each person's seed is drawn.
        Random seeds = new Random(seed);
        new TreeMap<>(habits)
                .forEach((id, habit) -> people.put(
                        id, new Colleague(habit, new Random(seeds.nextLong()), new HashSet<>(), new HashSet<>())));
    }

    public Subscription start() {
        return messenger.listen(event -> {
            if (event instanceof Event.Sent sent && people.containsKey(sent.chatId())) {
                receive(sent.chatId(), people.get(sent.chatId()), sent.message());
            }
        });
    }

    /** Lets them take less of a while, for as long as somebody waits for the time to pass. */
    public void hurry(boolean isHurried) {
        longestMillis = isHurried ? Math.min(LONGEST_MILLIS_IN_HASTE, ownLongestMillis) : ownLongestMillis;
    }

    /** Whether nobody is about to do anything. */
    public boolean areIdle() {
        return planned.get() == 0;
    }

    private void receive(long id, Colleague colleague, Message message) {
        if (!message.fromBot()) {
            return;
        }
        button(message, READ).ifPresent(read -> plan(colleague, 1, () -> messenger.taps(id, message.id(), data(read))));
        button(message, START)
                .filter(start -> begins(colleague, data(start)))
                .ifPresent(start -> plan(colleague, 1, () -> messenger.taps(id, message.id(), data(start))));
        OpenQuestion.in(message, key).ifPresent(question -> answer(id, colleague, question));
    }

    /** The first message with a day's button is the task, a later one the reminder. */
    private static boolean begins(Colleague colleague, String day) {
        boolean isTask = colleague.offered().add(day);
        double share = isTask ? colleague.habit().prompt() : colleague.habit().reminded();
        return !colleague.begun().contains(day)
                && colleague.random().nextDouble() < share
                && colleague.begun().add(day);
    }

    private void answer(long id, Colleague colleague, OpenQuestion question) {
        boolean isRight = colleague.random().nextDouble() < colleague.habit().right();
        List<String> answer = isRight ? question.right() : question.wrong();
        if (question.isTyped()) {
            plan(colleague, 1, () -> messenger.says(id, answer.get(0)));
            return;
        }
        int step = 0;
        for (String label : answer) {
            plan(colleague, ++step, () -> press(id, question.messageId(), label));
        }
        if (question.submit().isPresent()) {
            plan(
                    colleague,
                    ++step,
                    () -> press(id, question.messageId(), question.submit().get()));
        }
    }

    private void press(long id, int messageId, String label) {
        messenger.chat(id).stream()
                .filter(message -> message.id() == messageId)
                .flatMap(message -> message.button(label).stream())
                .findFirst()
                .ifPresent(button -> messenger.taps(id, messageId, data(button)));
    }

    private static Optional<Button> button(Message message, Set<String> labels) {
        return message.buttons().stream()
                .filter(button -> labels.contains(button.label()))
                .findFirst();
    }

    private static String data(Button button) {
        return button.data() == null ? "" : button.data();
    }

    /**
     * Does it after a while; the second step of something after two whiles.
     *
     * @param step counted from 1
     */
    private void plan(Colleague colleague, int step, Runnable act) {
        int most = longestMillis;
        int delay = most * (step - 1) + SHORTEST_MILLIS + colleague.random().nextInt(most - SHORTEST_MILLIS);
        planned.incrementAndGet();
        hands.schedule(() -> perform(act), delay, TimeUnit.MILLISECONDS);
    }

    private void perform(Runnable act) {
        try {
            act.run();
        } catch (IllegalStateException gone) {
            log.debug("A colleague has left the chat: {}", gone.getMessage());
        } finally {
            planned.decrementAndGet();
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
