package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.panfeng.programme.Timetable;

/** What a bot that is off now and then has to do when, by the rules: looked up among the instants at which it was awake. */
final class DowntimeModel {
    static final LocalTime REMINDER = LocalTime.of(17, 0);
    private static final Duration GAP = Duration.ofSeconds(150);
    private static final Duration GRACE = Duration.ofHours(1);

    /**
     * An instant at which the bot was awake and did what was due.
     *
     * @param since when it began to receive without a gap
     * @param isDelivering whether the messenger took messages
     */
    private record Tick(Instant at, Instant since, boolean isDelivering) {}

    private final Timetable timetable;
    private final LocalDate first;
    private final List<Tick> ticks = new ArrayList<>();
    private final SortedMap<LocalDate, Instant> closed = new TreeMap<>();

    /** Begins on a study day. */
    DowntimeModel(Timetable timetable, Instant now) {
        this.timetable = timetable;
        this.first = timetable.dateOf(now);
        ticks.add(new Tick(now, now, true));
    }

    /** The bot has gone on without a break. */
    void ticked(Instant now, boolean isDelivering) {
        ticks.add(new Tick(now, last().since(), isDelivering));
        closeWhatIsOver();
    }

    /** The bot is back. */
    void heard(Instant now, boolean isDelivering) {
        boolean isGap = now.isAfter(last().at().plus(GAP));
        ticks.add(new Tick(now, isGap ? now : last().since(), isDelivering));
        closeWhatIsOver();
    }

    private Tick last() {
        return ticks.get(ticks.size() - 1);
    }

    /** The end of the hour that a day which ended in a gap is kept open for. */
    Instant graceEnds() {
        return last().since().plus(GRACE);
    }

    private Optional<Instant> first(Predicate<Tick> holds) {
        return ticks.stream().filter(holds).map(Tick::at).findFirst();
    }

    private boolean isOn(LocalDate day, Instant at) {
        return !at.isBefore(timetable.startOf(day)) && at.isBefore(timetable.endOf(day));
    }

    /** The push: once its time has come, also late, as long as the day lasts. */
    Optional<Instant> pushed(LocalDate day, LocalTime pushAt) {
        Instant due = timetable.at(day, pushAt);
        return first(tick -> isOn(day, tick.at()) && !tick.at().isBefore(due));
    }

    /** When the task arrived, as far as that says something of the day: after its close nothing does. */
    Optional<Instant> delivered(LocalDate day, LocalTime pushAt) {
        return arrived(day, pushAt)
                .filter(at -> closed(day).filter(close -> !close.isAfter(at)).isEmpty());
    }

    Optional<Instant> arrived(LocalDate day, LocalTime pushAt) {
        return pushed(day, pushAt)
                .flatMap(pushed ->
                        first(tick -> tick.isDelivering() && !tick.at().isBefore(pushed)));
    }

    /** The usual round of reminding, unless the later one has come first; who is reminded in which is a matter of habit, and tested elsewhere. */
    Optional<Instant> reminded(LocalDate day) {
        Instant due = timetable.at(day, REMINDER);
        Instant tooLate = due.plus(Duration.ofHours(3));
        return first(tick -> !tick.at().isBefore(due) && tick.at().isBefore(tooLate));
    }

    /** The close: the oldest day first, so that one that is kept open holds up those after it. */
    private void closeWhatIsOver() {
        for (LocalDate day = closed.isEmpty() ? first : closed.lastKey().plusDays(1);
                !timetable.isStudyDay(day) || isOver(day, last());
                day = day.plusDays(1)) {
            if (timetable.isStudyDay(day)) {
                closed.put(day, last().at());
            }
        }
    }

    /** At once where the bot was receiving when the day ended, otherwise when it has been for an hour. */
    private boolean isOver(LocalDate day, Tick tick) {
        Instant end = timetable.endOf(day);
        return !tick.at().isBefore(end)
                && (!tick.since().isAfter(end)
                        || !tick.at().isBefore(tick.since().plus(GRACE)));
    }

    Optional<Instant> closed(LocalDate day) {
        return Optional.ofNullable(closed.get(day));
    }

    /** Whether an answer counts that is received after the last tick. */
    boolean isOpen(LocalDate day) {
        return !last().at().isBefore(timetable.startOf(day)) && !closed.containsKey(day) && !isOver(day, last());
    }

    /** What a closed day is for somebody. */
    String state(LocalDate day, LocalTime pushAt, boolean isDone) {
        Instant latest = timetable.endOf(day).minus(Duration.ofHours(2));
        boolean isInTime =
                delivered(day, pushAt).filter(at -> !at.isAfter(latest)).isPresent();
        return isDone ? "done" : isInTime ? "missed" : "excused";
    }
}
