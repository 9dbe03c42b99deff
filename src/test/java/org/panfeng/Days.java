package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.panfeng.Village.Deed;

/** Lets the days of a village pass, moment by moment; outages fall over some of the moments. */
final class Days {
    /** When somebody studies: before the push, three times by day, in the last second, and when it is just too late. */
    private enum Slot {
        EARLY,
        MORNING,
        AFTERNOON,
        EVENING,
        LAST_SECOND,
        TOO_LATE,
        NEVER
    }

    private final Village village;
    private final Random random;
    private final Deeds deeds;
    private final AdminDeeds admin;
    private final Decrees decrees;
    private final Newcomers newcomers;
    private final Map<Life, Slot> plans = new HashMap<>();
    private final Consumer<String> check;
    private @Nullable Instant deafUntil;

    Days(Village village, Random random, Newcomers newcomers, AdminDeeds admin, Consumer<String> check) {
        this.village = village;
        this.random = random;
        this.newcomers = newcomers;
        this.admin = admin;
        this.deeds = new Deeds(village, random);
        this.decrees = new Decrees(village, random);
        this.check = check;
    }

    void pass(LocalDate date) {
        LocalDate next = date.plusDays(1);
        moment(date, "04:00", () -> {
            village.wakes();
            takePart(date.minusDays(1), Slot.TOO_LATE);
            plan(date);
        });
        moment(date, "04:30", village::wakes);
        moment(date, "07:30", () -> takePart(date, Slot.EARLY));
        moment(date, "08:30", village::wakes);
        moment(date, "09:10", this::administer);
        moment(date, "10:00", () -> takePart(date, Slot.MORNING));
        moment(date, "12:00", this::decree);
        moment(date, "12:30", this::checkSometimes);
        moment(date, "14:00", () -> takePart(date, Slot.AFTERNOON));
        moment(date, "17:00", village::wakes);
        moment(date, "21:00", () -> takePart(date, Slot.EVENING));
        moment(next, "02:00", village::wakes);
        moment(next, "02:00:01", village::wakes);
        moment(next, "03:59:59", () -> takePart(date, Slot.LAST_SECOND));
        goDeafSometimes();
    }

    private void moment(LocalDate date, String time, Runnable act) {
        Instant at = Almanac.at(date, LocalTime.parse(time));
        Instant until = deafUntil;
        if (until != null && !at.isBefore(until)) {
            hearAgain(until);
        }
        if (deafUntil == null && !at.isBefore(village.now())) {
            village.goesTo(at);
            act.run();
        }
        if (random.nextInt(150) == 0) {
            goDeaf();
        }
    }

    /** Most of an outage that lasts into the next day falls over the night. */
    private void goDeafSometimes() {
        if (random.nextInt(12) == 0) {
            goDeaf();
        }
    }

    private void goDeaf() {
        if (deafUntil == null) {
            deafUntil =
                    village.now().plus(Duration.ofMinutes(10 + random.nextInt(random.nextInt(8) == 0 ? 2400 : 300)));
        }
    }

    /** Whoever was kept from it is at it at once, and when the hour is over the days close. */
    private void hearAgain(Instant at) {
        deafUntil = null;
        village.hearsAgainAt(at);
        village.lives().forEach(life -> life.note(at, "OFFICE heard again"));
        village.wakes();
        if (random.nextInt(4) == 0) {
            decrees.restarts();
        }
        LocalDate deafOver = Almanac.dayOf(at.minus(Duration.ofHours(1))).minusDays(random.nextInt(2));
        village.goesTo(at.plus(Duration.ofMinutes(20)));
        if (village.almanac().isStudyDay(deafOver)) {
            studyTogether(
                    village.lives().stream()
                            .filter(life -> life.isEnrolled() && life.isReachable && random.nextInt(5) == 0)
                            .toList(),
                    deafOver);
        }
        village.goesTo(at.plus(Duration.ofMinutes(60)));
        village.wakes();
    }

    private void plan(LocalDate date) {
        plans.clear();
        for (Life life : village.lives()) {
            boolean isDiligent = random.nextDouble() < life.diligence;
            int slot = random.nextInt(20);
            plans.put(
                    life,
                    !isDiligent
                            ? Slot.NEVER
                            : slot == 0 ? Slot.TOO_LATE : slot == 1 ? Slot.EARLY : Slot.values()[1 + slot % 4]);
            life.fates.put(date, fate());
        }
    }

    private Mail.Fate fate() {
        Mail.Fate[] fates = Mail.Fate.values();
        return random.nextInt(10) > 0 ? Mail.Fate.ARRIVES : fates[random.nextInt(fates.length)];
    }

    /** Those who study at this time do, and some do something odd. */
    private void takePart(LocalDate day, Slot slot) {
        List<Life> those = new ArrayList<>();
        List<Deed> odd = new ArrayList<>();
        for (Life life : village.lives()) {
            if (!life.isEnrolled()) {
                newcomers.joins(life, deeds).ifPresent(odd::add);
            } else if (!life.isReachable) {
                if (random.nextInt(4) == 0) {
                    odd.add(deeds.unblocks(life));
                }
            } else if (plans.getOrDefault(life, Slot.NEVER) == slot) {
                those.add(life);
            } else if (random.nextInt(200) == 0) {
                odd.add(oddity(life, day));
            }
        }
        village.receives(odd);
        village.goesTo(village.now().plusMillis(1));
        if (village.almanac().isStudyDay(day)) {
            studyTogether(those, day);
        }
        makeUp();
    }

    private Deed oddity(Life life, LocalDate day) {
        return switch (random.nextInt(5)) {
            case 0 -> deeds.blocks(life);
            case 1 -> deeds.fetches(life);
            case 2 -> deeds.starts(life, day.minusDays(random.nextInt(12)));
            case 3 -> deeds.makesUp(life, day.minusDays(random.nextInt(30) - 2));
            default ->
                deeds.meddles(
                        life, village.lives().get(random.nextInt(village.lives().size())), day);
        };
    }

    /** Whoever has no task yet fetches it first. */
    private void studyTogether(List<Life> those, LocalDate day) {
        List<Deed> first = new ArrayList<>();
        for (Life life : those) {
            if (!life.tasks.containsKey(day) && day.equals(village.today())) {
                first.add(deeds.fetches(life));
            }
        }
        village.receives(first);
        if (!first.isEmpty()) {
            village.goesTo(village.now().plusMillis(1));
        }
        List<List<Deed>> quizzes = new ArrayList<>();
        those.stream()
                .filter(life -> life.tasks.containsKey(day))
                .forEach(life -> quizzes.add(deeds.studies(life, day)));
        Collections.shuffle(quizzes, random);
        village.receives(quizzes.stream().flatMap(List::stream).toList());
    }

    /** Some remember a day of this week or the last one. */
    private void makeUp() {
        Map<Life, LocalDate> wanted = new HashMap<>();
        List<Deed> first = new ArrayList<>();
        for (Life life : village.lives()) {
            if (life.isEnrolled() && life.isReachable && random.nextInt(45) == 0) {
                LocalDate day = village.today().minusDays(1 + random.nextInt(5));
                wanted.put(life, day);
                first.add(deeds.makesUp(life, day));
            }
        }
        village.goesTo(village.now().plusMillis(1));
        village.receives(first);
        village.goesTo(village.now().plusMillis(1));
        village.receives(village.lives().stream()
                .filter(life -> wanted.containsKey(life) && life.tasks.containsKey(wanted.get(life)))
                .flatMap(life -> deeds.studies(life, java.util.Objects.requireNonNull(wanted.get(life))).stream())
                .toList());
    }

    private void administer() {
        village.receives(village.lives().stream()
                .filter(life -> life.isEnrolled() && random.nextInt(25) == 0)
                .map(admin::any)
                .toList());
        village.wakes();
    }

    private void decree() {
        if (random.nextInt(4) == 0) {
            village.receives(List.of(decrees.any()));
            if (random.nextBoolean()) {
                village.wakes();
            }
            village.works();
            village.wakes();
        }
        if (random.nextInt(10) == 0) {
            decrees.restarts();
        }
    }

    private void checkSometimes() {
        if (random.nextInt(12) == 0) {
            village.works();
            check.accept("at " + village.now().atZone(Almanac.ZONE).toLocalDateTime());
        }
    }
}
