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
    private final LocalTime remindAt;
    private final Supplier<List<LocalTime>> ownPushTimes;

    /**
     * @param ownPushTimes those that people have chosen for themselves
     */
    public Agenda(Timetable timetable, LocalTime pushAt, LocalTime remindAt, Supplier<List<LocalTime>> ownPushTimes) {
        this.timetable = timetable;
        this.pushAt = pushAt;
        this.remindAt = remindAt;
        this.ownPushTimes = ownPushTimes;
    }

    /** The office's next push. */
    public Optional<Instant> nextPush(Instant now) {
        return next(now, day -> timetable.at(day, pushAt));
    }

    public Optional<Instant> nextReminder(Instant now) {
        return next(now, day -> timetable.at(day, remindAt));
    }

    /** When the study day that is running, or the next one, is over. */
    public Optional<Instant> nextClose(Instant now) {
        return next(now, timetable::endOf);
    }

    /** The first instant after this one at which anything is due, anybody's push included. */
    public Optional<Instant> next(Instant now) {
        Stream<Optional<Instant>> pushes =
                ownPushTimes.get().stream().map(time -> next(now, day -> timetable.at(day, time)));
        return Stream.concat(Stream.of(nextPush(now), nextReminder(now), nextClose(now)), pushes)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
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
