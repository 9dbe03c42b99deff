package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Sender;
import org.panfeng.programme.Timetable;

/** Somebody at the messenger: what they do, and what they see. */
final class Member {
    private static final Pattern STREAK = Pattern.compile("🔥 连续 <b>(\\d+)</b> 天 · 最长 (\\d+) 天");

    /** A message as it stands in the chat now. */
    record Shown(long id, String text, Keyboard keyboard) {}

    private final Office office;
    private final long id;
    private final String name;
    private final Map<Long, Shown> chat = new LinkedHashMap<>();
    private final List<String> news = new ArrayList<>();
    private final List<String> toasts = new ArrayList<>();
    private final List<String> taps = new ArrayList<>();
    private final StringBuilder transcript = new StringBuilder();
    private List<String> menu = List.of();

    Member(Office office, long id, String name) {
        this.office = office;
        this.id = id;
        this.name = name;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    private Sender sender() {
        return new Sender(id, name);
    }

    /** Sends a picture. */
    Member showsAPicture() {
        news.clear();
        transcript.append("\n› (picture)\n");
        office.receives(new Incoming.Unreadable(office.nextUpdate(), sender(), id));
        return this;
    }

    /** Does something that was made up before, perhaps for another chat. */
    Member does(String told, Incoming incoming) {
        news.clear();
        toasts.clear();
        transcript.append("\n› ").append(told).append('\n');
        office.receives(incoming);
        return this;
    }

    Member says(String text) {
        news.clear();
        transcript.append("\n› ").append(text).append('\n');
        office.receives(saying(text));
        return this;
    }

    Incoming saying(String text) {
        return new Incoming.Text(office.nextUpdate(), sender(), id, text);
    }

    /** Presses the button with this label, or one that begins with it, under the newest message that has one. */
    Member presses(String label) {
        news.clear();
        toasts.clear();
        transcript.append("\n› [").append(label).append("]\n");
        office.receives(pressing(label));
        return this;
    }

    Incoming.Tap pressing(String label) {
        Shown shown = withButton(label)
                .orElseThrow(() ->
                        new AssertionError("No button " + label + " in the chat of " + name + ": " + chat.values()));
        String data = button(shown, label).orElseThrow().data();
        return tapping(shown.id(), data);
    }

    Incoming.Tap tapping(long messageId, String data) {
        String tapId = "tap" + office.nextUpdate();
        taps.add(tapId);
        return new Incoming.Tap(office.nextUpdate(), sender(), id, messageId, tapId, data);
    }

    Optional<Shown> withButton(String label) {
        List<Shown> newestFirst = new ArrayList<>(chat.values());
        newestFirst.sort((a, b) -> Long.compare(b.id(), a.id()));
        return newestFirst.stream()
                .filter(message -> button(message, label).isPresent())
                .findFirst();
    }

    private static Optional<Keyboard.Button> button(Shown shown, String label) {
        List<Keyboard.Button> buttons =
                shown.keyboard().rows().stream().flatMap(List::stream).toList();
        return buttons.stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .or(() -> buttons.stream()
                        .filter(button -> button.label().startsWith(label))
                        .findFirst());
    }

    /** Does today's task from wherever it was left, right or wrong. */
    Member studies() {
        says("/today");
        for (String start : List.of("开始答题", "Start quiz")) {
            withButton(start).filter(shown -> news.contains(shown.text())).ifPresent(shown -> presses(start));
        }
        for (int i = 0; i < 10 && !sawDone(); i++) {
            answers();
        }
        assertThat(sawDone()).as("%s has finished: %s", name, news).isTrue();
        return this;
    }

    /** Does every study day after today up to this one, at ten in the morning. */
    Member studiesUntil(String last) {
        Timetable timetable = office.panfeng().timetable;
        for (LocalDate day : timetable.studyDays(timetable.dateOf(office.now()).plusDays(1), LocalDate.parse(last))) {
            office.at(day + "T10:00");
            studies();
        }
        return this;
    }

    /** Makes up the missed day that was offered last. */
    Member makesUp() {
        presses(withButton("补学").isPresent() ? "补学" : "Make up");
        return finishes("a day");
    }

    /** Makes up this day of those that {@code /today} offers. */
    Member makesUpFromToday(String day) {
        says("/today");
        presses((withButton("补学").isPresent() ? "补学 " : "Make up ") + day);
        return finishes(day);
    }

    private Member finishes(String day) {
        presses(withButton("开始答题").isPresent() ? "开始答题" : "Start quiz");
        for (int i = 0; i < 10 && !sawDone(); i++) {
            answers();
        }
        assertThat(sawDone()).as("%s has made up %s: %s", name, day, news).isTrue();
        return this;
    }

    private boolean sawDone() {
        return news.stream().anyMatch(text -> text.startsWith("🎉"));
    }

    /** Answers the question that is open. */
    Member answers() {
        String question = news.get(news.size() - 1);
        Shown shown = chat.values().stream()
                .filter(message -> message.text().equals(question))
                .reduce((first, second) -> second)
                .orElseThrow();
        List<String> labels = shown.keyboard().rows().stream()
                .flatMap(List::stream)
                .map(Keyboard.Button::label)
                .toList();
        if (labels.isEmpty()) {
            return says("26");
        }
        presses(labels.get(0));
        String last = labels.get(labels.size() - 1);
        return last.equals("提交") || last.equals("Submit") ? presses(last) : this;
    }

    /** Something new that was said since the last thing this person did holds this text. */
    Member sees(String text) {
        assertThat(String.join("\n———\n", news)).contains(text);
        return this;
    }

    Member seesNothing() {
        assertThat(news).isEmpty();
        return this;
    }

    Member seesToast(String text) {
        assertThat(String.join("\n", toasts)).contains(text);
        return this;
    }

    Member forgets() {
        news.clear();
        return this;
    }

    List<String> news() {
        return List.copyOf(news);
    }

    List<Shown> chat() {
        return List.copyOf(chat.values());
    }

    List<String> menu() {
        return menu;
    }

    /** The streak that {@code /streak} shows. */
    int streak() {
        return shownStreak(1);
    }

    int longestStreak() {
        return shownStreak(2);
    }

    private int shownStreak(int group) {
        says("/streak");
        Matcher matcher = STREAK.matcher(String.join("\n", news));
        assertThat(matcher.find()).as("a streak in %s", news).isTrue();
        return Integer.parseInt(matcher.group(group));
    }

    void gets(long messageId, Content content, Keyboard keyboard) {
        gets(messageId, content instanceof Content.Html html ? html.html() : read((Content.Rich) content), keyboard);
    }

    void gets(long messageId, Outgoing.Document document) {
        gets(messageId, "📎 " + document.file().name() + " · " + document.caption(), Keyboard.NONE);
    }

    /** A picture shows as its description, a document within the text as its title. */
    private static String read(Content.Rich content) {
        return content.markdown()
                .replaceAll("(?m)^!\\[(.*)]\\([^()]*\\)$", "🖼 $1")
                .replaceAll("(?m)^\\[(.*)]\\([^():]*\\)$", "📎 $1");
    }

    private void gets(long messageId, String text, Keyboard keyboard) {
        Shown before = chat.put(messageId, new Shown(messageId, text, keyboard));
        news.add(text);
        write(before != null ? "~ " : "", text, keyboard);
    }

    private void write(String mark, String text, Keyboard keyboard) {
        transcript.append('\n').append(mark).append(text).append('\n');
        keyboard.rows()
                .forEach(row -> transcript
                        .append(row.stream()
                                .map(button -> "[ " + button.label() + " ]")
                                .collect(Collectors.joining(" ")))
                        .append('\n'));
    }

    /**
     * What this person did and saw since it was last told. An edited message is marked with a tilde, a toast stands in brackets, and marks
     * that nobody can see have signs in their places.
     */
    String told() {
        String told = transcript
                .toString()
                .replaceAll("start(=| )\\w{14}", "start$1CODE")
                .replaceAll("(.)\\1{99,}", "$1…$1")
                .replace(Version.NUMBER, "VERSION")
                .replace('\u2068', '⟨')
                .replace('\u2069', '⟩')
                .strip();
        transcript.setLength(0);
        return told.isEmpty() ? "" : told + "\n";
    }

    void toasted(Outgoing.Toast toast) {
        if (taps.contains(toast.tapId())) {
            toasts.add(toast.text());
            if (!toast.text().isEmpty()) {
                transcript.append("(").append(toast.text()).append(")\n");
            }
        }
    }

    void offered(Outgoing.Menu offered) {
        menu = offered.entries().stream().map(Outgoing.Menu.Entry::command).toList();
        transcript.append("\n☰ /").append(String.join(" /", menu)).append('\n');
    }
}
