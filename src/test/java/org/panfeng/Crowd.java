package org.panfeng;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.panfeng.Village.Deed;

/** What the people of a village do of themselves: each studies at the time of day that was drawn for them, some do something odd. */
final class Crowd {
    /** When somebody studies: before the push, three times by day, in the last second, and when it is just too late. */
    enum Slot {
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
    private final Newcomers newcomers;
    private final Deeds deeds;
    private final Map<Life, Slot> plans = new HashMap<>();

    Crowd(Village village, Random random, Newcomers newcomers) {
        this.village = village;
        this.random = random;
        this.newcomers = newcomers;
        this.deeds = new Deeds(village, random);
    }

    /** Draws for everybody when they study on this date, and what becomes of their task on its way. */
    void plan(LocalDate date) {
        for (Life life : village.lives()) {
            boolean studies = random.nextDouble() < life.diligence;
            plans.put(life, studies ? slot(random.nextInt(20)) : Slot.NEVER);
            life.fates.put(date, fate());
        }
    }

    private static Slot slot(int drawn) {
        return switch (drawn) {
            case 0 -> Slot.TOO_LATE;
            case 1 -> Slot.EARLY;
            default -> Slot.values()[1 + drawn % 4];
        };
    }

    private Mail.Fate fate() {
        Mail.Fate[] fates = Mail.Fate.values();
        return random.nextInt(10) > 0 ? Mail.Fate.ARRIVES : fates[random.nextInt(fates.length)];
    }

    /** Those who study at this time do, on this day's task, and some make up another. */
    void takePart(LocalDate day, Slot slot) {
        List<Life> those = new ArrayList<>();
        List<Deed> odd = new ArrayList<>();
        for (Life life : village.lives()) {
            if (!life.isEnrolled()) {
                newcomers.joins(life, deeds).ifPresent(odd::add);
            } else if (!life.isReachable && random.nextInt(4) == 0) {
                odd.add(deeds.unblocks(life));
            } else if (life.isReachable && plans.getOrDefault(life, Slot.NEVER) == slot) {
                those.add(life);
            } else if (life.isReachable && random.nextInt(200) == 0) {
                odd.add(oddity(life, day));
            }
        }
        receives(odd);
        if (village.almanac().isStudyDay(day)) {
            study(those, day);
        }
        makeUp();
    }

    private Deed oddity(Life life, LocalDate day) {
        return switch (random.nextInt(5)) {
            case 0 -> deeds.blocks(life);
            case 1 -> deeds.fetches(life);
            case 2 -> deeds.starts(life, day.minusDays(random.nextInt(12)));
            case 3 -> deeds.makesUp(life, day.minusDays(random.nextInt(30) - 2));
            default -> deeds.meddles(life, other(life), day);
        };
    }

    private Life other(Life life) {
        List<Life> all = village.lives();
        int own = all.indexOf(life);
        return all.get((own + 1 + random.nextInt(all.size() - 1)) % all.size());
    }

    /** What comes next comes a moment later, so that nothing hangs on the order within an instant. */
    private void receives(List<Deed> some) {
        if (!some.isEmpty()) {
            village.receives(some);
            village.goesTo(village.now().plusMillis(1));
        }
    }

    /** Whoever has no task yet fetches it first. */
    private void study(List<Life> those, LocalDate day) {
        receives(those.stream()
                .filter(life -> !life.tasks.containsKey(day) && day.equals(village.today()))
                .map(deeds::fetches)
                .toList());
        List<List<Deed>> quizzes = new ArrayList<>();
        for (Life life : those) {
            if (life.tasks.containsKey(day)) {
                quizzes.add(deeds.studies(life, day));
            }
        }
        Collections.shuffle(quizzes, random);
        receives(quizzes.stream().flatMap(List::stream).toList());
    }

    /** Whoever was kept from it by an outage is at it at once. */
    void catchUp(LocalDate day) {
        if (village.almanac().isStudyDay(day)) {
            study(present(5), day);
        }
    }

    /** One of so many, drawn anew each time. */
    private List<Life> present(int of) {
        return village.lives().stream()
                .filter(life -> life.isEnrolled() && life.isReachable && random.nextInt(of) == 0)
                .toList();
    }

    /** Some remember a day of this week or the last one. */
    private void makeUp() {
        Map<Life, LocalDate> wanted = new HashMap<>();
        List<Life> those = present(45);
        those.forEach(life -> wanted.put(life, village.today().minusDays(1 + random.nextInt(5))));
        receives(those.stream()
                .map(life -> deeds.makesUp(life, Objects.requireNonNull(wanted.get(life))))
                .toList());
        receives(those.stream()
                .filter(life -> life.tasks.containsKey(wanted.get(life)))
                .flatMap(life -> deeds.studies(life, Objects.requireNonNull(wanted.get(life))).stream())
                .toList());
    }
}
