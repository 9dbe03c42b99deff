package org.panfeng.live;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.sandbox.Event;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Toast;

/** What people saw, and nothing else: kept beside the bot, to be held against its books. */
final class Account {
    private static final Pattern RIGHT = Pattern.compile("✅ 答对了！答案是“(.+?)”。");
    private static final Pattern WRONG = Pattern.compile("❌ 这次没对。您答的是“(.+?)”，正确答案是");
    private static final Pattern SCORE = Pattern.compile("答对 (\\d+) / (\\d+) 题");
    private static final Pattern PERFECT = Pattern.compile("(\\d+) 题全部答对");
    private static final Pattern STREAK = Pattern.compile("连续 (\\d+) 天");

    /** An answer that was shown as taken. */
    record Taken(long person, int question, String given, boolean isRight) {}

    /** A score and a streak as a summary tells them. */
    record Summary(long person, int right, int of, int streak) {}

    /** A press, and which question was open above the button. */
    record Press(long person, int question) {}

    /** A verdict that passed by. */
    record Flash(long person, int question, boolean isRight) {}

    private final Map<String, Press> presses = new ConcurrentHashMap<>();
    private final Map<Long, Integer> news = new ConcurrentHashMap<>();
    private final Map<Long, Integer> sent = new ConcurrentHashMap<>();
    private final Map<String, Integer> copies = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Toast> toasts = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Summary> summaries = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> streaks = new ConcurrentLinkedQueue<>();

    void note(Event event) {
        if (event instanceof Event.Sent sentNow && sentNow.message().fromBot()) {
            sent.merge(event.chatId(), 1, Integer::sum);
            read(event.chatId(), sentNow.message());
            notice(event.chatId(), sentNow.message());
        } else if (event instanceof Event.Edited edited && edited.message().fromBot()) {
            read(event.chatId(), edited.message());
        } else if (event instanceof Event.Answered answered) {
            toasts.add(answered.toast());
            news.merge(event.chatId(), 1, Integer::sum);
        }
    }

    void pressed(String queryId, Press press) {
        presses.put(queryId, press);
    }

    private void read(long person, Message message) {
        verdict(person, message).ifPresent(taken::add);
        Matcher streak = STREAK.matcher(message.text());
        if (message.text().contains("的学习完成了") && streak.find()) {
            summary(person, message.text(), Integer.parseInt(streak.group(1)));
        } else if (message.text().contains("全单位") && streak.find()) {
            streaks.add(Integer.parseInt(streak.group(1)));
        }
        news.merge(person, 1, Integer::sum);
    }

    private static Optional<Taken> verdict(long person, Message message) {
        Matcher right = RIGHT.matcher(message.text());
        Matcher wrong = WRONG.matcher(message.text());
        boolean isRight = right.find();
        return isRight || wrong.find()
                ? Optional.of(new Taken(
                        person,
                        Phone.question(message).orElseThrow(),
                        isRight ? right.group(1) : wrong.group(1),
                        isRight))
                : Optional.empty();
    }

    private void summary(long person, String text, int streak) {
        Matcher score = SCORE.matcher(text);
        Matcher perfect = PERFECT.matcher(text);
        if (score.find()) {
            summaries.add(
                    new Summary(person, Integer.parseInt(score.group(1)), Integer.parseInt(score.group(2)), streak));
        } else if (perfect.find()) {
            int all = Integer.parseInt(perfect.group(1));
            summaries.add(new Summary(person, all, all, streak));
        }
    }

    private void notice(long person, Message message) {
        if (message.text().startsWith("📢")) {
            copies.merge(copy(person, message.text().replaceAll("(?s).*\\n", "")), 1, Integer::sum);
        }
    }

    private static String copy(long person, String words) {
        return person + " got " + words;
    }

    /** How often something has changed in a chat. */
    int news(long person) {
        return news.getOrDefault(person, 0);
    }

    /** How many messages of the bot came into a chat. */
    int sent(long person) {
        return sent.getOrDefault(person, 0);
    }

    int copies(long person, String words) {
        return copies.getOrDefault(copy(person, words), 0);
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    List<Flash> flashes() {
        return toasts.stream()
                .filter(toast ->
                        toast.text().startsWith("✅ 答对了") || toast.text().startsWith("❌ 这次没对"))
                .map(toast -> {
                    Press press = Objects.requireNonNull(presses.get(toast.queryId()));
                    return new Flash(
                            press.person(), press.question(), toast.text().startsWith("✅"));
                })
                .toList();
    }

    /** What passed by last, for a failure. */
    List<String> lastFlashes(int most) {
        List<Toast> all = List.copyOf(toasts);
        return all.stream()
                .skip(Math.max(0, all.size() - most))
                .map(Toast::toString)
                .toList();
    }

    List<Summary> summaries() {
        return List.copyOf(summaries);
    }

    /** The streaks that {@code /streak} told. */
    List<Integer> streaks() {
        return List.copyOf(streaks);
    }
}
