package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A day as a test tells it, in an office in Greenwich whose day starts at 04:00. Unless something else is said, the task came at 08:30 and
 * was not answered, the day has closed, and the person has been there for long.
 */
final class Told {
    static final LocalDate ENROLLED = LocalDate.of(2026, 1, 5);

    private final LocalDate day;
    private boolean isClosed = true;
    private LocalDate enrolledOn = ENROLLED;
    private DayFacts.Study study = DayFacts.Study.NONE;
    private Optional<Instant> deliveredAt;
    private Optional<Instant> withdrawnAt = Optional.empty();
    private boolean isBlocked;
    private Optional<DayFacts.Away> away = Optional.empty();

    private Told(LocalDate day) {
        this.day = day;
        deliveredAt = Optional.of(at(day, "08:30"));
    }

    static Told day(String day) {
        return new Told(LocalDate.parse(day));
    }

    static Instant at(String localTime) {
        return Instant.parse(localTime + ":00Z");
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    Told isOpen() {
        isClosed = false;
        return this;
    }

    Told done(String at) {
        study = new DayFacts.Study(Optional.of(at(at)), false);
        return this;
    }

    Told madeUp(String at) {
        study = new DayFacts.Study(Optional.of(at(at)), true);
        return this;
    }

    Told delivered(String at) {
        deliveredAt = Optional.of(at(at));
        return this;
    }

    Told notDelivered() {
        deliveredAt = Optional.empty();
        return this;
    }

    Told withdrawn(String at) {
        withdrawnAt = Optional.of(at(at));
        return this;
    }

    Told isBlocked() {
        isBlocked = true;
        return this;
    }

    Told away(Reason reason, String since) {
        away = Optional.of(new DayFacts.Away(reason, at(since)));
        return this;
    }

    Told enrolledOn(String date) {
        enrolledOn = LocalDate.parse(date);
        return this;
    }

    DayFacts facts() {
        return new DayFacts(
                day,
                at(day.plusDays(1), "04:00"),
                isClosed,
                enrolledOn,
                at(enrolledOn, "07:00"),
                study,
                new DayFacts.Task(deliveredAt, withdrawnAt.isPresent(), withdrawnAt, isBlocked),
                away);
    }

    static List<DayFacts> days(Told... days) {
        return Arrays.stream(days).map(Told::facts).toList();
    }
}
