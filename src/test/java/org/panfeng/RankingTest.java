package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rankings as the rules have them. */
class RankingTest {

    @ParameterizedTest
    @EnumSource
    void equalStreaksShareAPlaceAndTheNextCountsEverybodyBefore(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-12T09:00")) {
            Member a = office.enrolled(1, "陈一");
            Member b = office.enrolled(2, "Ｚoe");
            Member c = office.enrolled(3, "𠮷田", "财务科");
            Member d = office.enrolled(4, "Adam");
            a.studies();
            b.studies();
            office.at("2026-11-13T09:00");
            a.studies();
            b.studies();
            c.studies();
            office.at("2026-11-14T09:12");
            office.admin().says("/start");
            Member admin = office.admin();
            admin.says("/ranking").sees("全单位（4 人），截至 11月14日 周六 09:12。天数相同名次并列").sees("""
                            | 1 | 陈一 | 办公室 | 2 | 2 |
                            | 1 | Ｚoe | 办公室 | 2 | 2 |
                            | 3 | 𠮷田 | 财务科 | 1 | 1 |
                            | 4 | Adam | 办公室 | 0 | 0 |
                            """.stripTrailing());
            List<String> first = admin.news();
            admin.says("/rank");
            assertThat(admin.news()).isEqualTo(first);
            admin.presses("本周").sees("本周学习天数").sees("| 1 | 陈一 | 办公室 | 2 |");
            admin.presses("🏢").presses("财务科").sees("财务科（1 人）").sees("| 1 | 𠮷田 | 1 |");
            d.says("/ranking").sees("您排第 4 名（共 4 人）：0 天").sees("**Adam**");
        }
    }

    @ParameterizedTest
    @EnumSource
    void staffSeeTheTopAndTheirNeighbours(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-16T09:00")) {
            for (int i = 1; i <= 30; i++) {
                office.enrolled(i, "同事%02d".formatted(i));
            }
            Member last = office.enrolled(31, "同事20b");
            last.says("/ranking")
                    .sees("您前后的同事")
                    .sees("同事10")
                    .sees("同事18")
                    .sees("同事20 ")
                    .sees("**同事20b**")
                    .sees("同事23");
            assertThat(String.join("", last.news())).doesNotContain("同事17").doesNotContain("同事24");
        }
    }
}
