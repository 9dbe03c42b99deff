package org.panfeng;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.panfeng.Village.Deed;
import org.panfeng.mailbox.Incoming;

/** What people do with their tasks: tap, tap again, tap in any order, on what is theirs and on what is not. */
final class Deeds {
    private final Village village;
    private final Random random;

    Deeds(Village village, Random random) {
        this.village = village;
        this.random = random;
    }

    private Deed tap(Life by, String data, Deed.Meaning meaning) {
        long update = village.nextUpdate();
        return new Deed(new Incoming.Tap(update, by.sender(), by.telegramId, 1, "tap" + update, data), meaning);
    }

    Deed says(Life by, String text, Deed.Meaning meaning) {
        return new Deed(new Incoming.Text(village.nextUpdate(), by.sender(), by.telegramId, text), meaning);
    }

    /** The whole quiz of a day whose task is known, as one does it who is in no hurry, or in too much of one. */
    List<Deed> studies(Life life, LocalDate day) {
        List<Deed> deeds = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            deeds.add(starts(life, day));
        }
        for (int question = 0; question < village.questionsOf(day); question++) {
            deeds.add(answers(life, day, question));
        }
        int haste = random.nextInt(20);
        if (haste == 0) {
            Collections.shuffle(deeds, random);
        } else if (haste == 1) {
            deeds.addAll(List.copyOf(deeds));
        } else if (haste == 2) {
            deeds.add(answers(life, day, 0));
        }
        return deeds;
    }

    Deed starts(Life life, LocalDate day) {
        return tap(life, "quiz:go:" + day.toEpochDay(), now -> {
            life.note(now, "starts " + day);
            life.meets(day, village.questionsOf(day), now);
        });
    }

    Deed answers(Life life, LocalDate day, int question) {
        String data = "quiz:is:" + life.tasks.get(day) + ":" + question + ":" + random.nextInt(2);
        return tap(life, data, now -> life.answers(day, question, village.questionsOf(day), now));
    }

    /** Asks for the day's task, and gets it where there was none. */
    Deed fetches(Life life) {
        return says(life, "/today", now -> {
            LocalDate today = Almanac.dayOf(now);
            life.note(now, "/today");
            boolean isWithdrawn = village.almanac().isWithdrawn(today) && !life.isFinished(today);
            if (village.almanac().isStudyDay(today) && !isWithdrawn) {
                life.given.add(today);
                life.meets(today, village.questionsOf(today), now);
            }
        });
    }

    /** Takes a missed day up. A day that cannot be made up is not to be had by a button either, whoever has made it. */
    Deed makesUp(Life life, LocalDate day) {
        return tap(life, "makeup:" + day.toEpochDay(), now -> {
            life.note(now, "wants to make " + day + " up");
            if (life.canMakeUp(day, now)) {
                life.given.add(day);
            }
            life.meets(day, village.questionsOf(day), now);
        });
    }

    /** A tap on a task that belongs to somebody else. */
    Deed meddles(Life life, Life other, LocalDate day) {
        return tap(life, "quiz:is:" + other.tasks.get(day) + ":0:0", now -> life.note(now, "meddles"));
    }

    Deed blocks(Life life) {
        return reaches(life, false);
    }

    Deed unblocks(Life life) {
        return reaches(life, true);
    }

    private Deed reaches(Life life, boolean isReachable) {
        return new Deed(
                new Incoming.Reachability(village.nextUpdate(), life.sender(), life.telegramId, isReachable), now -> {
                    life.note(now, isReachable ? "lets the bot in" : "keeps the bot out");
                    life.isReachable = isReachable;
                });
    }

    /** Comes in by an invitation, and has the day's task at once. */
    Deed joins(Life life, String code) {
        return says(life, "/start " + code, now -> {
            LocalDate today = Almanac.dayOf(now);
            long id = village.panfeng()
                    .staff
                    .withTelegramId(life.telegramId)
                    .orElseThrow()
                    .id()
                    .value();
            village.register().enrolled(life, id, now);
            life.note(now, "joins");
            if (village.almanac().isStudyDay(today) && !village.almanac().isWithdrawn(today)) {
                life.given.add(today);
            }
        });
    }
}
