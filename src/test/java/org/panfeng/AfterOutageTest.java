package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.storage.Database;

/** After an outage in which Telegram may have dropped a press, the open question is asked again. */
class AfterOutageTest {
    private static final String AGAIN = "刚才我断线了";

    @ParameterizedTest
    @EnumSource
    void whoWasAtItShortlyBeforeIsAskedAgainOnceAndCanAnswerThere(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-16T08:00")) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            office.at("2026-11-16T09:00");
            wang.says("/today").presses("开始答题");
            office.at("2026-11-16T09:15");
            li.says("/today").presses("开始答题");
            String question = li.news().get(li.news().size() - 1);
            li.forgets();
            wang.forgets();
            office.at("2026-11-16T09:20").sleepsUntil("2026-11-16T09:25").hears();
            li.sees(AGAIN).sees(question);
            wang.seesNothing();
            li.forgets();
            office.hears();
            office.at("2026-11-16T09:30");
            li.seesNothing();
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondOutageIsAnOutageOfItsOwnForThoseWhoWereAtItAgain(TestDatabase database) {
        try (Office office = beginsAt(database, "2026-11-16T09:00")) {
            Member li = li(office);
            office.sleepsUntil("2026-11-16T09:05").hears();
            li.sees(AGAIN).forgets();
            office.at("2026-11-16T09:15").sleepsUntil("2026-11-16T09:19").hears();
            li.seesNothing();
            li.says("/today").presses("开始答题").forgets();
            office.sleepsUntil("2026-11-16T09:24").hears();
            li.sees(AGAIN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGapInWhichTelegramKeepsPressesIsNone(TestDatabase database) {
        try (Office office = beginsAt(database, "2026-11-16T09:00")) {
            office.sleepsUntil("2026-11-16T09:02").hears();
            li(office).seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsAskedAtNight(TestDatabase database) {
        try (Office office = beginsAt(database, "2026-11-16T21:58")) {
            office.sleepsUntil("2026-11-16T22:03").hears();
            li(office).seesNothing();
            office.at("2026-11-17T08:00");
            assertThat(li(office).chat()).noneMatch(shown -> shown.text().contains(AGAIN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasFinishedOrAnswersInTheFirstBatchIsNotAsked(TestDatabase database) {
        try (Office office = beginsAt(database, "2026-11-16T09:00")) {
            Member li = li(office);
            Member wang = office.enrolled(2, "王芳").studies().forgets();
            office.sleepsUntil("2026-11-16T09:05");
            office.panfeng().reception.received(office.now());
            li.says("/today").presses("开始答题").forgets();
            office.hears();
            li.seesNothing();
            wang.seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOutageThatAKillCutsShortIsDealtWithByTheNextStart(TestDatabase database) {
        Database open = database.open();
        Office office = new Office(open, "2026-11-16T09:00");
        Member before = office.enrolled(1, "李明").says("/today").presses("开始答题");
        office.sleepsUntil("2026-11-16T09:05");
        office.panfeng().reception.received(office.now());
        before.forgets();
        try (Office again = new Office(open, "2026-11-16T09:06")) {
            Member li = again.stranger(1, "李明");
            again.wake();
            li.sees(AGAIN).forgets();
            again.wake();
            li.seesNothing();
        }
    }

    private static Office beginsAt(TestDatabase database, String at) {
        Office office = new Office(database, at);
        office.enrolled(1, "李明").says("/today").presses("开始答题").forgets();
        return office;
    }

    private static Member li(Office office) {
        return office.members().get(0);
    }
}
