package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.panfeng.programme.Timetable;

/** Months in an office whose bot is off again and again, beside the model. */
final class DowntimeLife implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate ENROLMENT = LocalDate.of(2026, 11, 2);

    /** Somebody with a push time, when they finished which day, and which days they made up. */
    record Learner(Member member, LocalTime pushAt, Map<LocalDate, Instant> done, Set<LocalDate> madeUp) {}

    private final Random random;
    private final Office office;
    private final Timetable timetable;
    private final DowntimeModel model;
    private final List<Learner> learners = new ArrayList<>();
    private boolean isDelivering = true;

    DowntimeLife(Office office, Random random) {
        this.office = office;
        this.random = random;
        this.timetable = office.panfeng().timetable;
        this.model = new DowntimeModel(timetable, office.now());
        for (LocalTime time :
                List.of(LocalTime.of(8, 30), LocalTime.of(5, 0), LocalTime.of(16, 30), LocalTime.of(22, 0))) {
            enrol(learners.size() + 1, time);
        }
    }

    /** At eight in the morning of the day of enrolment. */
    static Office office(TestDatabase database) {
        return new Office(database, ENROLMENT + "T08:00");
    }

    private void enrol(long id, LocalTime pushAt) {
        Member member = office.enrolled(id, "同事" + id);
        learners.add(new Learner(member, pushAt, new HashMap<>(), new HashSet<>()));
        office.panfeng()
                .database
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update person set push_at = :time where telegram_id = :id")
                        .bind("time", pushAt)
                        .bind("id", id)
                        .execute());
    }

    void live(int downtimes) {
        for (int i = 0; i < downtimes; i++) {
            isAwakeUntil(goesOff());
            isOff(downtime());
        }
        isDelivering = true;
        office.delivers(true);
        model.ticked(office.now(), true);
        isAwakeUntil(office.now().plus(Duration.ofDays(2)));
    }

    /** Mostly around a time at which something is due. */
    private Instant goesOff() {
        LocalDate day = timetable.dateOf(office.now()).plusDays(random.nextInt(4));
        Instant due = Stream.of(
                        timetable.at(
                                day,
                                learners.get(random.nextInt(learners.size())).pushAt()),
                        timetable.at(day, DowntimeModel.REMINDER),
                        timetable.endOf(day))
                .toList()
                .get(random.nextInt(3));
        Instant off = due.plus(Duration.ofMinutes(random.nextInt(180) - 120));
        return off.isAfter(office.now()) ? off : office.now().plus(Duration.ofMinutes(1 + random.nextInt(600)));
    }

    private Duration downtime() {
        return switch (random.nextInt(8)) {
            case 0 -> Duration.ofSeconds(60 + random.nextInt(180));
            case 1, 2 -> Duration.ofMinutes(3 + random.nextInt(120));
            case 3, 4, 5 -> Duration.ofMinutes(60 + random.nextInt(1440));
            case 6 -> Duration.ofMinutes(1440 + random.nextInt(4 * 1440));
            default -> Duration.ofMinutes(7 * 1440 + random.nextInt(14 * 1440));
        };
    }

    private void isOff(Duration time) {
        moveTo(office.now().plus(time));
        isDelivering = random.nextInt(4) > 0;
        // What falls on one instant is done in the order of a tick: first what is due, then what waits is delivered.
        office.delivers(false);
        office.hears();
        office.delivers(isDelivering);
        model.heard(office.now(), isDelivering);
        somebodyActs();
    }

    private void isAwakeUntil(Instant until) {
        while (office.now().isBefore(until)) {
            Instant sometime = office.now().plus(Duration.ofMinutes(1 + random.nextInt(600)));
            Instant next = Stream.of(
                            Optional.of(until),
                            Optional.of(sometime),
                            Optional.of(model.graceEnds()),
                            office.panfeng().agenda.next(office.now()))
                    .flatMap(Optional::stream)
                    .filter(instant -> instant.isAfter(office.now()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            moveTo(next);
            office.wake();
            model.ticked(next, isDelivering);
            somebodyActs();
        }
    }

    private void moveTo(Instant instant) {
        office.sleepsUntil(LocalDateTime.ofInstant(instant, ZONE).toString());
    }

    /** Somebody presses the start of a task of the last days, and does what can be done. */
    private void somebodyActs() {
        LocalDate day = timetable.dateOf(office.now()).minusDays(random.nextInt(5) / 2);
        if (!isDelivering || random.nextInt(3) > 0 || !day.isAfter(ENROLMENT)) {
            return;
        }
        Learner learner = learners.get(random.nextInt(learners.size()));
        boolean canDo = timetable.isStudyDay(day)
                && model.pushed(day, learner.pushAt()).isPresent()
                && model.isOpen(day)
                && !learner.done().containsKey(day);
        if (canDo) {
            learner.done().put(day, office.now());
        }
        assertThat(tries(learner, day) || learner.done().containsKey(day))
                .as(
                        "%s can do %s at %s: %s",
                        learner.member().name(),
                        day,
                        local(office.now()),
                        learner.member().told())
                .isEqualTo(learner.done().containsKey(day));
    }

    /** Returns whether the day was done by this, in time. */
    private static boolean tries(Learner learner, LocalDate day) {
        Member member = learner.member();
        member.does("starts " + day, member.tapping(1, "quiz:go:" + day.toEpochDay()));
        for (int i = 0;
                i < 10
                        && member.news().stream().anyMatch(text -> text.contains("题 /"))
                        && member.news().stream().noneMatch(text -> text.startsWith("🎉"));
                i++) {
            member.answers();
        }
        if (member.news().stream().anyMatch(text -> text.contains("补学完成"))) {
            learner.madeUp().add(day);
        }
        return member.news().stream().anyMatch(text -> text.startsWith("🎉"))
                && !learner.madeUp().contains(day);
    }

    static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).toString();
    }

    Office office() {
        return office;
    }

    DowntimeModel model() {
        return model;
    }

    List<Learner> learners() {
        return learners;
    }

    /** From the day after that of enrolment up to today. */
    List<LocalDate> studyDays() {
        return timetable.studyDays(ENROLMENT.plusDays(1), timetable.dateOf(office.now()));
    }

    @Override
    public void close() {
        office.close();
    }
}
