package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panfeng.oracle.Facts;
import org.panfeng.programme.CalendarChange.Kind;

/** What a village has decided about its days and what became of them, kept beside the bot: the office's part of the oracle's facts. */
final class Almanac {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalTime STARTS_AT = LocalTime.of(4, 0);
    private static final Duration GRACE = Duration.ofHours(1);

    /** An entry of the office's own. */
    record Decree(long id, Kind kind, LocalDate first, LocalDate last) {
        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final List<LocalDate> dates;
    private final List<Decree> decrees = new ArrayList<>();
    private final List<Facts.Calendar> calendars = new ArrayList<>();
    private final Map<LocalDate, Instant> withdrawnAt = new HashMap<>();
    private final Map<LocalDate, Instant> closedAt = new HashMap<>();
    private Instant hearsSince;

    Almanac(LocalDate from, LocalDate to, Instant founded) {
        dates = from.minusDays(20).datesUntil(to.plusDays(60)).toList();
        calendars.add(new Facts.Calendar(Instant.MIN, studyDays(decrees)));
        hearsSince = founded;
    }

    static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    static Instant endOf(LocalDate day) {
        return at(day.plusDays(1), STARTS_AT);
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).minusHours(STARTS_AT.getHour()).toLocalDate();
    }

    private Set<LocalDate> studyDays(List<Decree> in) {
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate date : dates) {
            boolean isStudyDay = Curriculum.written().isWorkingDay(date);
            for (Decree decree : in) {
                isStudyDay = decree.covers(date) ? decree.kind() == Kind.STUDY : isStudyDay;
            }
            if (isStudyDay) {
                days.add(date);
            }
        }
        return days;
    }

    Set<LocalDate> studyDays() {
        return calendars.get(calendars.size() - 1).studyDays();
    }

    boolean isStudyDay(LocalDate day) {
        return studyDays().contains(day);
    }

    /** Whether an entry would change anything. */
    boolean wouldChange(Decree decree) {
        List<Decree> with = new ArrayList<>(decrees);
        with.add(decree);
        return !studyDays(with).equals(studyDays());
    }

    void enter(Decree decree, Instant at) {
        decrees.add(decree);
        changed(at);
    }

    void undo(Decree decree, Instant at) {
        decrees.remove(decree);
        changed(at);
    }

    private void changed(Instant at) {
        calendars.add(new Facts.Calendar(at, studyDays(decrees)));
    }

    List<Decree> decrees() {
        return List.copyOf(decrees);
    }

    void withdraw(LocalDate day, Instant at) {
        withdrawnAt.putIfAbsent(day, at);
    }

    void giveBack(LocalDate day) {
        withdrawnAt.remove(day);
    }

    boolean isWithdrawn(LocalDate day) {
        return withdrawnAt.containsKey(day);
    }

    void heardAgain(Instant at) {
        hearsSince = at;
    }

    /** Notes which days are closed, and returns those that were not before. */
    Map<LocalDate, Instant> closed(Map<LocalDate, Instant> all) {
        Map<LocalDate, Instant> fresh = new HashMap<>(all);
        fresh.keySet().removeAll(closedAt.keySet());
        closedAt.putAll(all);
        return fresh;
    }

    boolean isClosed(LocalDate day) {
        return closedAt.containsKey(day);
    }

    /** Whether a day is running; where nobody was heard at its end, it does so until the bot has been listening for an hour. */
    boolean takes(LocalDate day, Instant now) {
        Instant end = endOf(day);
        if (now.isBefore(end)) {
            return !now.isBefore(at(day, STARTS_AT));
        }
        return hearsSince.isAfter(end) && now.isBefore(hearsSince.plus(GRACE)) && !isClosed(day);
    }

    Facts.Office office() {
        return new Facts.Office(ZONE, STARTS_AT, calendars, closedAt, withdrawnAt);
    }
}
