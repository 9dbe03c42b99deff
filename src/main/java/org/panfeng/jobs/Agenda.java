package org.panfeng.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.panfeng.programme.Timetable;

/** When something is due: computed from the study days, never from how often a job ran. */
public final class Agenda {
    private final Timetable timetable;
    private final LocalTime pushAt;
    private final List<LocalTime> remindAt;
    private final Supplier<List<LocalTime>> ownPushTimes;

    /**
     * @param remindAt when people are reminded
     * @param ownPushTimes those that people have chosen for themselves
     */
    public Agenda(
            Timetable timetable, LocalTime pushAt, List<LocalTime> remindAt, Supplier<List<LocalTime>> ownPushTimes) {
        this.timetable = timetable;
        this.pushAt = pushAt;
        this.remindAt = List.copyOf(remindAt);
        this.ownPushTimes = ownPushTimes;
    }

    /** The office's next push. */
    public Optional<Instant> nextPush(Instant now) {
        return next(now, day -> timetable.at(day, pushAt));
    }

    public Optional<Instant> nextReminder(Instant now) {
        return next(now, remindAt).min(Comparator.naturalOrder());
    }

    /** When the study day that is running, or the next one, is over. */
    public Optional<Instant> nextClose(Instant now) {
        return next(now, timetable::endOf);
    }

    /** The first instant after this one at which anything is due, anybody's push included. */
    public Optional<Instant> next(Instant now) {
        Stream<Instant> once =
                Stream.of(nextPush(now), nextReminder(now), nextClose(now)).flatMap(Optional::stream);
        return Stream.concat(once, next(now, ownPushTimes.get())).min(Comparator.naturalOrder());
    }

    private Stream<Instant> next(Instant now, List<LocalTime> times) {
        return times.stream()
                .map(time -> next(now, day -> timetable.at(day, time)))
                .flatMap(Optional::stream);
    }

    private Optional<Instant> next(Instant now, java.util.function.Function<LocalDate, Instant> instantOf) {
        LocalDate today = timetable.dateOf(now);
        Optional<LocalDate> day = timetable.isStudyDay(today) ? Optional.of(today) : timetable.nextStudyDay(today);
        while (day.isPresent()) {
            Instant instant = instantOf.apply(day.get());
            if (instant.isAfter(now)) {
                return Optional.of(instant);
            }
            day = timetable.nextStudyDay(day.get());
        }
        return Optional.empty();
    }
}
