package org.panfeng;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.panfeng.sandbox.Colleagues;
import org.panfeng.sandbox.OfficeClock;

/**
 * Lets the office's time pass: a jump visits every instant at which something is due, and goes on from there only when what it set off has
 * come to its end, so that it is a quick life and not an outage.
 */
final class PassingTime implements OfficeClock {
    /** The office's mornings begin a little before its push. */
    static final Duration BEFORE_PUSH = Duration.ofMinutes(5);

    /** In real time: a bot that has stopped must not hold up the page for ever. */
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final SandboxClock clock;
    private final Clock realTime;
    private final ZoneId zone;
    private final LocalTime pushAt;
    private final CompletableFuture<Office> office = new CompletableFuture<>();

    /** The bot may be restarted, so it is asked for anew each time. */
    private record Office(Supplier<Panfeng> bot, Colleagues colleagues, BooleanSupplier isQuiet) {
        Panfeng panfeng() {
            return bot.get();
        }
    }

    PassingTime(SandboxClock clock, Clock realTime, ZoneId zone, LocalTime pushAt) {
        this.clock = clock;
        this.realTime = realTime;
        this.zone = zone;
        this.pushAt = pushAt;
    }

    /**
     * The office is open; whoever has asked before this has waited for it.
     *
     * @param isQuiet whether nothing is on its way, to the people or from them
     */
    void begin(Supplier<Panfeng> bot, Colleagues colleagues, BooleanSupplier isQuiet) {
        office.complete(new Office(bot, colleagues, isQuiet));
    }

    /** Does something during which the time must not be moved. */
    synchronized void hold(Runnable act) {
        act.run();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public synchronized void moveTo(Instant target) {
        if (target.isBefore(now())) {
            throw new IllegalArgumentException("The clock is past " + target.atZone(zone) + " already");
        }
        Office open = office.join();
        open.colleagues().hurry(true);
        try {
            Instant last = now();
            for (Instant next = nextDue(open, last); next.isBefore(target); next = nextDue(open, last)) {
                leap(open, next);
                last = next;
            }
            leap(open, target);
        } finally {
            open.colleagues().hurry(false);
        }
    }

    private static Instant nextDue(Office open, Instant after) {
        return open.panfeng().agenda.next(after).orElse(Instant.MAX);
    }

    /** Lets what was set off so far come to its end, then goes there and does what is due. */
    private void leap(Office open, Instant to) {
        settle(open);
        // First the bridge, then the clock: a poll that is answered between the two must not see a gap.
        open.panfeng().reception.bridge(to);
        clock.putForward(to);
        open.panfeng().runDuties();
    }

    /** Two looks in a row, because what has just left one place may not have been seen at the next. */
    private void settle(Office open) {
        Instant end = realTime.instant().plus(LONGEST_SETTLING);
        int quiet = 0;
        while (quiet < 2 && realTime.instant().isBefore(end)) {
            quiet = open.isQuiet().getAsBoolean() ? quiet + 1 : 0;
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public List<Jump> jumps() {
        Instant now = now();
        Panfeng panfeng = office.join().panfeng();
        LocalDate today = panfeng.timetable.dateOf(now);
        List<Jump> jumps = new ArrayList<>();
        panfeng.agenda.nextPush(now).ifPresent(push -> jumps.add(new Jump("到推送时间", "Go to the push", push)));
        jumps.add(new Jump("明天早上", "Next morning", morning(today.plusDays(1))));
        jumps.add(new Jump("下周一", "Next Monday", morning(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))));
        panfeng.agenda.nextReminder(now).ifPresent(reminder -> jumps.add(new Jump("到提醒时间", "Reminder", reminder)));
        return List.copyOf(jumps);
    }

    private Instant morning(LocalDate date) {
        return date.atTime(pushAt).minus(BEFORE_PUSH).atZone(zone).toInstant();
    }
}
