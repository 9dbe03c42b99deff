package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.panfeng.Crowd.Slot;

/** Lets the days of a village pass, moment by moment; outages fall over some of the moments. */
final class Days {
    private static final int SHORT_OUTAGE_MINUTES = 300;
    private static final int LONG_OUTAGE_MINUTES = 2400;

    private final Village village;
    private final Random random;
    private final Crowd crowd;
    private final AdminDeeds admin;
    private final Decrees decrees;
    private final Runnable check;
    private @Nullable Instant deafUntil;

    /**
     * @param check is done now and then on the way
     */
    Days(Village village, Random random, Newcomers newcomers, Runnable check) {
        this.village = village;
        this.random = random;
        this.crowd = new Crowd(village, random, newcomers);
        this.admin = new AdminDeeds(village, random, newcomers.departments());
        this.decrees = new Decrees(village, random);
        this.check = check;
    }

    /** From one morning at four to the next. */
    void pass(LocalDate date) {
        moment(date, "04:00", () -> {
            village.wakes();
            crowd.takePart(date.minusDays(1), Slot.TOO_LATE);
            crowd.plan(date);
        });
        moment(date, "04:30", village::wakes);
        moment(date, "07:30", () -> crowd.takePart(date, Slot.EARLY));
        moment(date, "08:30", village::wakes);
        moment(date, "09:10", this::administer);
        moment(date, "10:00", () -> crowd.takePart(date, Slot.MORNING));
        moment(date, "12:00", this::decree);
        moment(date, "12:30", this::checkSometimes);
        moment(date, "14:00", () -> crowd.takePart(date, Slot.AFTERNOON));
        moment(date, "17:00", village::wakes);
        moment(date, "18:00", this::decree);
        moment(date, "21:00", () -> crowd.takePart(date, Slot.EVENING));
        moment(date.plusDays(1), "02:00", village::wakes);
        moment(date.plusDays(1), "02:00:01", village::wakes);
        moment(date.plusDays(1), "03:59:59", () -> crowd.takePart(date, Slot.LAST_SECOND));
    }

    /** Outages begin after some moments, and most often late, so that they fall over a close. */
    private void moment(LocalDate date, String time, Runnable act) {
        Instant at = Almanac.at(date, LocalTime.parse(time));
        Instant until = deafUntil;
        if (until != null && !at.isBefore(until)) {
            hearAgain(until);
        }
        if (deafUntil == null && !at.isBefore(village.now())) {
            village.goesTo(at);
            act.run();
            if (random.nextInt(time.startsWith("0") ? 100 : 200) == 0) {
                int most = random.nextInt(8) == 0 ? LONG_OUTAGE_MINUTES : SHORT_OUTAGE_MINUTES;
                deafUntil = village.now().plus(Duration.ofMinutes(10 + random.nextInt(most)));
            }
        }
    }

    /** Whoever was kept from it is at it at once, and when the hour is over the days close. */
    private void hearAgain(Instant at) {
        deafUntil = null;
        village.hearsAgainAt(at);
        village.tellAll("heard again");
        village.wakes();
        if (random.nextInt(4) == 0) {
            decrees.restarts();
        }
        village.goesTo(at.plus(Duration.ofMinutes(20)));
        crowd.catchUp(Almanac.dayOf(at.minus(Duration.ofHours(1))).minusDays(random.nextInt(2)));
        village.goesTo(at.plus(Duration.ofMinutes(60)));
        village.wakes();
    }

    private void administer() {
        village.receives(village.lives().stream()
                .filter(life -> life.isEnrolled() && random.nextInt(25) == 0)
                .map(admin::any)
                .toList());
        village.wakes();
    }

    private void decree() {
        if (random.nextInt(3) == 0) {
            village.receives(List.of(decrees.any()));
            if (random.nextBoolean()) {
                village.wakes();
            }
            village.works();
            village.wakes();
        }
        if (random.nextInt(20) == 0) {
            decrees.restarts();
        }
    }

    private void checkSometimes() {
        if (random.nextInt(12) == 0) {
            village.works();
            check.run();
        }
    }
}
