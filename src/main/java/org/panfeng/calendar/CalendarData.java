package org.panfeng.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.programme.CalendarChange;

/** An entry of the calendar as the buttons carry it until it is confirmed: {@code KIND:FIRST:DAYS:NAME}. */
final class CalendarData {
    /** A button carries 64 bytes, and before the name stand 21. */
    static final int LONGEST_NAME = 42;

    /** A pause without an end. */
    static final int ENDLESS = 0;

    static final int LONGEST_ENTRY = 400;

    private static final int LAST_EPOCH_DAY = 100_000;

    private CalendarData() {}

    static String of(CalendarChange change) {
        LocalDate last = change.last();
        long days = last == null ? ENDLESS : 1 + ChronoUnit.DAYS.between(change.first(), last);
        return part(change.kind(), change.first()) + ":" + days + ":" + change.name();
    }

    static String part(CalendarChange.Kind kind, LocalDate first) {
        return kind.ordinal() + ":" + first.toEpochDay();
    }

    /** The entry that stands in these parts of a button's data. */
    static CalendarChange change(ButtonData data, int at) {
        CalendarChange.Kind kind = data.oneOf(CalendarChange.Kind.class, at);
        LocalDate first = day(data, at + 1);
        int days = data.below(LONGEST_ENTRY + 1, at + 2);
        boolean isEndless = days == ENDLESS && kind == CalendarChange.Kind.PAUSE;
        LocalDate last = isEndless ? null : first.plusDays(Math.max(0, days - 1));
        int rest = Math.min(at + 3, data.parts().size());
        String name = String.join(":", data.parts().subList(rest, data.parts().size()));
        return new CalendarChange(
                CalendarChange.NEW, kind, first, last, name(name).orElse(""));
    }

    static LocalDate day(ButtonData data, int at) {
        return LocalDate.ofEpochDay(data.below(LAST_EPOCH_DAY, at));
    }

    /** What was typed as a name, on one line; empty where nothing is left of it or it is too long. */
    static Optional<String> name(String words) {
        String name = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        int size = name.getBytes(StandardCharsets.UTF_8).length;
        return size == 0 || size > LONGEST_NAME ? Optional.empty() : Optional.of(name);
    }
}
