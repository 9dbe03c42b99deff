package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Intake;

/** When the picture of somebody's year comes, and when it does not. */
class YearPictureTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void itComesWithTheStreakAndNotAgainAsLongAsItShowsTheSame(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明").studies();
            li.says("/streak").sees("🖼");
            li.says("/streak");
            assertThat(pictures(li)).isZero();
            office.at("2026-11-17T09:00");
            li.studies().says("/streak").sees("🖼");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itComesAlsoWhereTheOfficesClockIsPutForwardMeanwhile(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = asks(office);
            office.sleepsUntil("2026-11-17T09:00");
            draws(office);
            assertThat(pictures(li)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatWouldComeAMinuteLateDoesNotCome(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = asks(office);
            office.passesInRealTime(Duration.ofSeconds(61));
            draws(office);
            assertThat(pictures(li)).isZero();
        }
    }

    /** Somebody asks for the streak while the worker is at something else. */
    private static Member asks(Office office) {
        Member li = office.enrolled(1, "李明").studies();
        office.panfeng().dispatcher.take(List.of(new Intake.Readable(li.saying("/streak"), () -> "{}")), office.now());
        return li;
    }

    private static void draws(Office office) {
        office.panfeng().worker.work();
        office.deliver();
    }

    private static long pictures(Member member) {
        return member.news().stream().filter(told -> told.startsWith("🖼")).count();
    }
}
