package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The evening reminder helps, and does not nag. */
class ReminderTest {
    private static final String REMINDER = "还差";

    @ParameterizedTest
    @EnumSource
    void itSaysHowMuchIsLeftAndWhatBecomesOfTheStreak(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            Member wang = office.enrolled(2, "王芳");
            office.at("2026-11-03T16:59");
            li.says("/today").presses("开始答题").answers().forgets();
            wang.forgets();
            office.at("2026-11-03T17:00");
            li.sees("还差 2 道题").sees("明天 04:00 前").sees("做完就连续 2 天了");
            wang.sees("还差 3 道题");
            assertThat(String.join("", wang.news())).doesNotContain("连续");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itSaysThatAFreezeWouldBeSpent(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            li.studiesUntil("2026-11-13");
            office.at("2026-11-16T17:00");
            li.forgets();
            office.at("2026-11-16T20:00");
            li.sees("会用掉一张保护卡（现有 1 张），连续 10 天不会断");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHardlyEverNeedsItGetsItLate(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            li.studiesUntil("2026-11-13");
            office.at("2026-11-16T09:00");
            li.forgets();
            office.at("2026-11-16T19:59");
            li.seesNothing();
            office.at("2026-11-16T20:00");
            li.sees(REMINDER);
            li.forgets();
            office.at("2026-11-16T23:59");
            li.seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoRestsIsAskedBackOnceAWeek(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            StringBuilder reminded = new StringBuilder();
            for (LocalDate day = LocalDate.of(2026, 11, 3);
                    day.isBefore(LocalDate.of(2026, 11, 21));
                    day = day.plusDays(1)) {
                office.at(day + "T12:00");
                li.forgets();
                office.at(day + "T23:00");
                if (!li.news().isEmpty()) {
                    reminded.append(day.getDayOfMonth()).append(' ');
                }
            }
            assertThat(reminded.toString()).isEqualTo("3 4 5 6 9 16 ");
            li.forgets();
            office.at("2026-11-23T12:00");
            li.forgets();
            office.at("2026-11-23T17:00");
            li.sees("有些日子没见了");
            li.studies().says("/streak");
            assertThat(li.streak()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterABreakTheFirstDayIsWelcomed(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            li.studiesUntil("2026-11-04");
            office.at("2026-11-12T10:00");
            li.studies().sees("欢迎回来");
            office.at("2026-11-13T10:00");
            li.studies();
            assertThat(String.join("", li.news())).doesNotContain("欢迎回来");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itCanBeSwitchedOff(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.says("/settings").sees("没做完时提醒：开").presses("🔕 不再提醒我").sees("没做完时提醒：关");
            office.at("2026-11-03T12:00");
            li.forgets();
            office.at("2026-11-03T23:00");
            li.seesNothing();
            li.says("/settings").presses("🔔 没做完时提醒我");
            office.at("2026-11-04T12:00");
            li.forgets();
            office.at("2026-11-04T23:00");
            li.sees(REMINDER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReminderThatWasMissedIsCaughtUpInTheEveningAndNotAtNight(TestDatabase database) {
        for (String wakes : new String[] {"20:59", "23:45", "02:00"}) {
            try (Office office = new Office(database, "2026-11-02T09:00")) {
                Member li = office.enrolled(1, "李明");
                office.at("2026-11-03T16:00");
                li.forgets();
                boolean isNextDate = wakes.startsWith("0");
                office.sleepsUntil((isNextDate ? "2026-11-04T" : "2026-11-03T") + wakes);
                office.hears();
                assertThat(li.news().isEmpty()).as(wakes).isEqualTo(!wakes.equals("20:59"));
                office.wake().wake();
                assertThat(li.news().size()).as("once, at " + wakes).isLessThanOrEqualTo(1);
            }
        }
    }
}
