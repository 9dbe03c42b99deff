package org.panfeng.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one person in an office in Shanghai, day starts at 04:00, told in local time. Unless something else is said, every study
 * day's task is delivered at 08:30 and every day closes when it ends.
 */
final class Diary {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalTime START = LocalTime.of(4, 0);

    private final Instant enrolledAt;
    private final List<Facts.Calendar> calendars = new ArrayList<>();
    private final List<Facts.Away> away = new ArrayList<>();
    private final Map<LocalDate, Instant> delivered = new HashMap<>();
    private final Map<LocalDate, Instant> closedAt = new HashMap<>();
    private final Map<LocalDate, Instant> withdrawnAt = new HashMap<>();
    private final Set<LocalDate> blocked = new HashSet<>();
    private final List<Facts.Finish> finishes = new ArrayList<>();

    /** Enrolled then, in an office whose calendar is that of 2026. */
    Diary(String enrolledAt) {
        this(enrolledAt, calendar2026());
    }

    Diary(String enrolledAt, Set<LocalDate> studyDays) {
        this.enrolledAt = instant(enrolledAt);
        calendars.add(new Facts.Calendar(Instant.MIN, studyDays));
        for (LocalDate day : year2026()) {
            delivered.put(day, instant(day + "T08:30"));
            closedAt.put(day, instant(day.plusDays(1) + "T04:00"));
        }
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static List<LocalDate> year2026() {
        return LocalDate.parse("2026-01-01")
                .datesUntil(LocalDate.parse("2027-01-01"))
                .toList();
    }

    /** Weekdays, without the spring and autumn holidays and with the days that make up for them. */
    static Set<LocalDate> calendar2026() {
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate day : year2026()) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        LocalDate.parse("2026-02-15").datesUntil(LocalDate.parse("2026-02-24")).forEach(days::remove);
        days.remove(LocalDate.parse("2026-09-25"));
        LocalDate.parse("2026-10-01").datesUntil(LocalDate.parse("2026-10-08")).forEach(days::remove);
        for (String madeUpFor : List.of("2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10")) {
            days.add(LocalDate.parse(madeUpFor));
        }
        return days;
    }

    /** Each of these days was done at its noon. */
    Diary done(String... days) {
        for (String day : days) {
            finished(day, day + "T12:00");
        }
        return this;
    }

    /** All study days of these, both included, were done at their noon. */
    Diary doneFrom(String first, String last) {
        for (LocalDate day : year2026()) {
            boolean isBetween = !day.isBefore(LocalDate.parse(first)) && !day.isAfter(LocalDate.parse(last));
            if (isBetween && calendars.get(0).studyDays().contains(day)) {
                done(day.toString());
            }
        }
        return this;
    }

    Diary finished(String day, String at) {
        finishes.add(new Facts.Finish(LocalDate.parse(day), instant(at)));
        return this;
    }

    Diary leave(String first, String last, String validSince) {
        return away(first, last, false, validSince, null);
    }

    Diary away(
            String first,
            @Nullable String last,
            boolean isSuspension,
            String validSince,
            @Nullable String cancelledAt) {
        away.add(new Facts.Away(
                LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last),
                isSuspension,
                instant(validSince),
                cancelledAt == null ? null : instant(cancelledAt)));
        return this;
    }

    Diary notDelivered(String day) {
        delivered.remove(LocalDate.parse(day));
        return this;
    }

    Diary delivered(String day, String at) {
        delivered.put(LocalDate.parse(day), instant(at));
        return this;
    }

    Diary blocked(String day) {
        blocked.add(LocalDate.parse(day));
        return this;
    }

    Diary closed(String day, String at) {
        closedAt.put(LocalDate.parse(day), instant(at));
        return this;
    }

    Diary withdrawn(String day, String at) {
        withdrawnAt.put(LocalDate.parse(day), instant(at));
        return this;
    }

    /** From then on this day is, or is no more, a study day. */
    Diary changes(String day, boolean isStudyDay, String since) {
        Set<LocalDate> days = new HashSet<>(calendars.get(calendars.size() - 1).studyDays());
        if (isStudyDay) {
            days.add(LocalDate.parse(day));
        } else {
            days.remove(LocalDate.parse(day));
        }
        calendars.add(new Facts.Calendar(instant(since), days));
        return this;
    }

    Facts.Office office() {
        return new Facts.Office(ZONE, START, calendars, closedAt, withdrawnAt);
    }

    Facts.Person person() {
        return new Facts.Person(enrolledAt, away, delivered, blocked, finishes);
    }

    /** The ledger then. */
    Oracle.Result at(String now) {
        return Oracle.of(office(), person(), instant(now));
    }

    /** What a day is then, and why; "none" where it has no line. */
    String on(String day, String now) {
        for (Oracle.Line line : at(now).lines()) {
            if (line.day().equals(LocalDate.parse(day))) {
                return line.state() + " " + line.reason();
            }
        }
        return "none";
    }
}
