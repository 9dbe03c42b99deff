package org.panfeng.sandbox.tour;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.OfficeClock;

/** Writes a conversation as plain text: the bot on the left, people on the right, buttons in brackets. */
final class Transcript {
    private static final int WIDTH = 78;
    private static final String BAR = "  │ ";
    private static final int ROOM = WIDTH - BAR.length();
    private static final int FIRST_LINES = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.CHINA);

    private static final Pattern HEADING = Pattern.compile("<h[1-6]>(.*?)</h[1-6]>");

    private final PrintWriter out;
    private final OfficeClock clock;
    private int scenes;

    Transcript(PrintWriter out, OfficeClock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** A heading with the office's time. */
    void scene(String zh, String en) {
        String left = " " + ++scenes + "  " + local(clock.now()).format(DAY) + "  " + zh;
        out.println();
        out.println("━".repeat(WIDTH));
        out.println(left + Columns.rightAligned(en, WIDTH - Columns.width(left) - 1));
        out.println("━".repeat(WIDTH));
        out.flush();
    }

    /** A remark of whoever shows round. */
    void remark(String words) {
        out.println();
        Columns.wrapped(words, WIDTH - 4).forEach(line -> out.println("  ∙ " + line));
        out.flush();
    }

    void acts(String who, String what) {
        out.println();
        List<String> lines = Columns.wrapped(what, ROOM / 2);
        for (int number = 0; number < lines.size(); number++) {
            String name = number == 0 ? who + " " + local(clock.now()).format(TIME) + " ▸ " : "";
            out.println(Columns.rightAligned(name + lines.get(number), WIDTH));
        }
        out.flush();
    }

    void whole(String reader, Message message) {
        print(reader, message, lines(message));
    }

    /** Only how a message begins, where the reader has seen the like. */
    void beginning(String reader, Message message) {
        List<String> lines = lines(message);
        List<String> first = new ArrayList<>(lines.subList(0, Math.min(FIRST_LINES, lines.size())));
        if (first.size() < lines.size()) {
            first.add("⋮");
        }
        print(reader, message, first);
    }

    /** The lines of a message, its tables aligned, its headings set off. */
    private static List<String> lines(Message message) {
        Set<String> headings = HEADING.matcher(message.html())
                .results()
                .map(found -> found.group(1).replaceAll("<[^>]*>", ""))
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (String line : Tables.aligned(message.text(), ROOM)) {
            boolean isHeading = headings.contains(line);
            if (isHeading && !lines.isEmpty()) {
                lines.add("");
            }
            lines.add(isHeading ? "■ " + line : line);
        }
        return lines;
    }

    private void print(String reader, Message message, List<String> lines) {
        Instant edited = message.editedAt();
        Instant at = edited == null ? message.sentAt() : edited;
        out.println();
        out.println("  攀峰 ▸ " + reader + " " + local(at).format(TIME) + (edited == null ? "" : " ✎"));
        for (String line : lines) {
            Columns.wrapped(line, ROOM).forEach(part -> out.println((BAR + part).stripTrailing()));
        }
        message.keyboard().forEach(row -> out.println(BAR + row(row)));
        out.flush();
    }

    private static String row(List<Message.Button> row) {
        return row.stream().map(button -> "[ " + button.label() + " ]").collect(Collectors.joining(" "));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(clock.zone());
    }
}
