package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MilestoneTest {

    @ParameterizedTest
    @EnumSource
    void aMilestoneIsCelebratedTheFirstTimeOnly(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies().studiesUntil("2026-11-06");
            li.sees("🏔️ <b>连续 5 天！</b>");
            office.at("2026-11-11T09:00");
            assertThat(li.streak()).as("two days were missed").isZero();
            li.studies().studiesUntil("2026-11-17");
            assertThat(String.join("", li.news())).contains("连续 <b>5</b> 天").doesNotContain("🏔️");
        }
    }
}
