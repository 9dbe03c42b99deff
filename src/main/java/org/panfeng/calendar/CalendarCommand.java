package org.panfeng.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.chat.Command;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.CalendarChange.Kind;
import org.panfeng.programme.Timetable;

/** {@code /calendar}: the next weeks, and what can be changed about them. With a date, a kind and a name the preview comes at once. */
record CalendarCommand(Timetable timetable, CalendarDesk desk) implements Command {
    private static final Map<String, Kind> KINDS = Map.of(
            "holiday", Kind.HOLIDAY,
            "放假", Kind.HOLIDAY,
            "公休", Kind.HOLIDAY,
            "study", Kind.STUDY,
            "学习", Kind.STUDY,
            "pause", Kind.PAUSE,
            "暂停", Kind.PAUSE);
    private static final Pattern TYPED =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2}))?\\s+(\\S+)(?:\\s+(.*))?");

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Role from() {
        return Role.ADMIN;
    }

    @Override
    public void run(Turn turn, String words) {
        if (words.isEmpty()) {
            desk.show(turn);
            return;
        }
        LocalDate today = timetable.dateOf(turn.now());
        typed(words)
                .filter(change -> CalendarPicking.isWithin(change.first(), today))
                .ifPresentOrElse(
                        change -> desk.preview(turn, new CalendarPlan(CalendarPlan.What.ADD, change)),
                        () -> turn.say("calendar.how-typed"));
    }

    private static Optional<CalendarChange> typed(String words) {
        Matcher parts = TYPED.matcher(words);
        if (!parts.matches() || !KINDS.containsKey(parts.group(3))) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.parse(parts.group(1));
            LocalDate last = parts.group(2) == null ? first : LocalDate.parse(parts.group(2));
            Optional<String> name = parts.group(4) == null ? Optional.of("") : CalendarData.name(parts.group(4));
            return last.isBefore(first) || last.isAfter(first.plusDays(CalendarData.LONGEST_ENTRY - 1L))
                    ? Optional.empty()
                    : name.map(said ->
                            new CalendarChange(CalendarChange.NEW, KINDS.get(parts.group(3)), first, last, said));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
