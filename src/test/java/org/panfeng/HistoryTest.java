package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Outcome;

/**
 * Random lives of a few people, told through the front door, against an oracle that knows the rules and nothing of the code. A seed that
 * fails is printed: {@code -Dhistory.seed=N} replays it, {@code -Dhistory.count=N} lives more of them.
 */
class HistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final int DAYS = 18;
    private static final int PEOPLE = 3;

    private enum Deed {
        STUDIES,
        STUDIES_AFTER_MIDNIGHT,
        ANSWERS_ONE,
        NOTHING,
        TAPS_TOO_LATE,
        IS_NOT_REACHED,
        BLOCKS_FOR_A_DAY
    }

    @Test
    void streaksAreWhatTheRulesSay() {
        Long replay = Long.getLong("history.seed");
        int count = replay != null ? 1 : Integer.getInteger("history.count", 4);
        long first = replay != null ? replay : new Random().nextLong();
        for (long seed = first; seed < first + count; seed++) {
            System.out.println("history.seed=" + seed);
            live(seed);
        }
    }

    private static void live(long seed) {
        Random random = new Random(seed);
        TestDatabase database = random.nextInt(4) == 0 ? TestDatabase.POSTGRES : TestDatabase.H2;
        try (Office office = new Office(database, FIRST + "T07:00")) {
            List<Life> lives = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                lives.add(new Life(i + 1, FIRST.plusDays(random.nextInt(6))));
            }
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                pass(office, day, lives, random);
            }
            office.at(FIRST.plusDays(DAYS) + "T08:00");
            for (Life life : lives) {
                int[] expected = life.streak();
                assertThat(life.member().streak())
                        .as("streak of %d, seed %d: %s", life.number, seed, life.counted)
                        .isEqualTo(expected[0]);
                assertThat(life.member().longestStreak())
                        .as("longest of %d, seed %d", life.number, seed)
                        .isEqualTo(expected[1]);
            }
            assertThat(office.panfeng().study.verification().run().differences())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static void pass(Office office, LocalDate day, List<Life> lives, Random random) {
        boolean isStudyDay = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        office.at(day + "T08:00");
        List<Deed> deeds = new ArrayList<>();
        for (Life life : lives) {
            Deed deed = Deed.values()[random.nextInt(Deed.values().length)];
            boolean isIn = life.isIn();
            deeds.add(isIn ? deed : Deed.NOTHING);
            if (isIn && deed == Deed.IS_NOT_REACHED) {
                office.refuses(life.member(), new Outcome.Refused("400 made up"));
            } else if (isIn && deed == Deed.BLOCKS_FOR_A_DAY) {
                office.refuses(life.member(), new Outcome.Unreachable("403 forbidden: bot was blocked by the user"));
            }
        }
        office.at(day + "T09:00");
        for (Life life : lives) {
            if (day.equals(life.enrolsOn)) {
                life.enrol(office);
            }
        }
        office.at(day + "T%02d:15".formatted(10 + random.nextInt(13)));
        for (int i = 0; i < lives.size(); i++) {
            if (lives.get(i).isIn() && isStudyDay && !day.equals(lives.get(i).enrolsOn)) {
                byDay(lives.get(i), deeds.get(i));
            }
        }
        office.at(day.plusDays(1) + "T03:%02d".formatted(random.nextInt(60)));
        for (int i = 0; i < lives.size(); i++) {
            if (lives.get(i).isIn() && isStudyDay) {
                byNight(lives.get(i), deeds.get(i), day.equals(lives.get(i).enrolsOn));
            }
        }
        office.at(day.plusDays(1) + "T04:00");
        for (int i = 0; i < lives.size(); i++) {
            Life life = lives.get(i);
            if (!life.isIn()) {
                continue;
            }
            office.stopsRefusing(life.member());
            if (deeds.get(i) == Deed.BLOCKS_FOR_A_DAY && !day.equals(life.enrolsOn)) {
                life.member().says("/start");
            } else if (isStudyDay && deeds.get(i) == Deed.TAPS_TOO_LATE) {
                life.member()
                        .withButton("开始答题")
                        .ifPresent(shown -> life.member().presses("开始答题"));
            }
        }
    }

    private static void byDay(Life life, Deed deed) {
        switch (deed) {
            case STUDIES -> life.member().studies();
            case ANSWERS_ONE -> life.member().says("/today").presses("开始答题").answers();
            default -> {}
        }
    }

    /** The oracle's book-keeping: true for a day that counts, false for a missed one; an excused day leaves no entry. */
    private static void byNight(Life life, Deed deed, boolean isEnrolmentDay) {
        if (deed == Deed.STUDIES_AFTER_MIDNIGHT) {
            life.member().studies();
        }
        boolean isDone = deed == Deed.STUDIES_AFTER_MIDNIGHT || deed == Deed.STUDIES && !isEnrolmentDay;
        boolean isExcused = isEnrolmentDay || deed == Deed.IS_NOT_REACHED;
        if (isDone) {
            life.counted.add(true);
        } else if (!isExcused) {
            life.counted.add(false);
        }
    }

    private static final class Life {
        final int number;
        final LocalDate enrolsOn;
        final List<Boolean> counted = new ArrayList<>();
        private final List<Member> member = new ArrayList<>();

        Life(int number, LocalDate enrolsOn) {
            this.number = number;
            this.enrolsOn = enrolsOn;
        }

        void enrol(Office office) {
            member.add(office.enrolled(number, "同事" + number));
        }

        boolean isIn() {
            return !member.isEmpty();
        }

        Member member() {
            return member.get(0);
        }

        int[] streak() {
            int current = 0;
            int longest = 0;
            for (boolean counts : counted) {
                current = counts ? current + 1 : 0;
                longest = Math.max(longest, current);
            }
            return new int[] {current, longest};
        }
    }
}
