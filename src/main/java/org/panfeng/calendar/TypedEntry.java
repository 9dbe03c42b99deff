package org.panfeng.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.chat.Graphemes;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.CalendarChange.Kind;

/**
 * An entry as an admin types it: {@code 2026-12-28..2026-12-31 holiday Year end}.
 *
 * @param change empty where it is not written as it should be
 * @param mistake the key of the text that says what is wrong; empty where only the whole can be shown
 * @param of what the mistake is about, as it was typed
 */
record TypedEntry(Optional<CalendarChange> change, Optional<String> mistake, String of) {
    private static final Map<String, Kind> KINDS = Map.of(
            "holiday", Kind.HOLIDAY,
            "放假", Kind.HOLIDAY,
            "公休", Kind.HOLIDAY,
            "study", Kind.STUDY,
            "学习", Kind.STUDY,
            "pause", Kind.PAUSE,
            "暂停", Kind.PAUSE);
    private static final Pattern TYPED =
            Pattern.compile("((\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2}))?)\\s+(\\S+)(?:\\s+(.*))?");
    private static final int ECHOED = 20;
    private static final TypedEntry UNLIKE = new TypedEntry(Optional.empty(), Optional.empty(), "");

    static TypedEntry read(String words, LocalDate today) {
        Matcher parts = TYPED.matcher(words);
        if (!parts.matches()) {
            return UNLIKE;
        }
        Kind kind = KINDS.get(parts.group(4));
        if (kind == null) {
            return wrong("calendar.typed.kind", Graphemes.cut(parts.group(4), ECHOED));
        }
        for (String date :
                List.of(parts.group(2), Optional.ofNullable(parts.group(3)).orElse(parts.group(2)))) {
            if (date(date).isEmpty()) {
                return wrong("calendar.typed.date", date);
            }
        }
        LocalDate first = LocalDate.parse(parts.group(2));
        LocalDate last = parts.group(3) == null ? first : LocalDate.parse(parts.group(3));
        if (last.isBefore(first)) {
            return wrong("calendar.typed.reversed", parts.group(1));
        } else if (!CalendarPicking.isWithin(first, today)) {
            return wrong("calendar.typed.far", parts.group(2));
        } else if (last.isAfter(first.plusDays(CalendarData.LONGEST_ENTRY - 1L))) {
            return wrong("calendar.typed.long", parts.group(1));
        }
        return named(kind, first, last, Optional.ofNullable(parts.group(5)).orElse(""));
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TypedEntry named(Kind kind, LocalDate first, LocalDate last, String typed) {
        Optional<String> name = typed.isBlank() ? Optional.of("") : CalendarData.name(typed);
        return name.map(said -> new CalendarChange(CalendarChange.NEW, kind, first, last, said))
                .map(change -> new TypedEntry(Optional.of(change), Optional.empty(), ""))
                .orElseGet(() -> wrong("calendar.typed.name", Graphemes.cut(typed, ECHOED)));
    }

    private static TypedEntry wrong(String mistake, String of) {
        return new TypedEntry(Optional.empty(), Optional.of(mistake), of);
    }
}
