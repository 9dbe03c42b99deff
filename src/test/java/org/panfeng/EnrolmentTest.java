package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people come in, and what they and the admins see of it. */
class EnrolmentTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void anInvitationBringsInWithNameDepartmentPrivacyAndTheFirstTask(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明", "财务科");
            li.sees("欢迎加入，<b>李明</b>").sees("财务科").sees("只有您自己看得到").sees("# 空调");
            assertThat(li.menu()).containsExactly("today", "streak", "why", "ranking", "leave", "settings", "help");
            li.presses("✅ 没错").sees("一起攀峰");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedInvitationBringsNobodyIn(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member admin = office.admin();
            admin.says("/people").presses("➕").says("资产科").sees("/start ");
            String first = admin.news().get(0);
            admin.presses("🔗").sees("/start ");
            assertThat(admin.news().get(0)).isNotEqualTo(first);
            String code = admin.news().get(0).replaceAll("(?s).*/start (\\w+).*", "$1");
            admin.presses("🚫").sees("现在没有有效的邀请链接");
            Member li = office.stranger(1, "李明");
            li.says("/start " + code).sees("已经失效");
            li.says("/today").sees("还没有加入");
        }
    }

    @Test
    void whereThereIsNoAdminYetABotTellsTheIdThatTheSettingsWant() {
        try (Office office = new Office(TestDatabase.H2, MONDAY, "people.admins=")) {
            office.stranger(4_242_424_242L, "李明")
                    .says("/start")
                    .sees("4242424242")
                    .sees("people.admins");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOpenDoorLetsInAndAsksForTheDepartment(TestDatabase database) {
        try (Office office = new Office(database, MONDAY, "people.enrolment=open")) {
            office.admin().says("/people").presses("➕").says("资产科");
            Member li = office.stranger(1, "李明");
            li.says("/start").sees("未分部门").sees("# 空调");
            li.presses("资产科").sees("资产科");
            li.says("/start").sees("您已经加入了：<b>李明</b>（资产科）");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereApprovalIsNeededOneTapLetsIn(TestDatabase database) {
        try (Office office = new Office(database, MONDAY, "people.enrolment=approval")) {
            Member admin = office.admin();
            admin.says("/start").says("/people").presses("➕").says("资产科");
            Member li = office.stranger(1, "李明");
            li.says("/start").sees("您在哪个部门").presses("资产科").sees("已经替您转达");
            li.says("/today").sees("还没有加入");
            admin.forgets();
            admin.presses("✅ 同意").sees("已同意<b>李明</b>（资产科）");
            li.sees("欢迎加入");
            admin.presses("‹ 返回");
            li.studies();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRefusedHearsItKindly(TestDatabase database) {
        try (Office office = new Office(database, MONDAY, "people.enrolment=approval")) {
            Member admin = office.admin();
            admin.says("/start");
            Member li = office.stranger(1, "李明");
            li.says("/start").sees("已经替您转达");
            admin.presses("✖️").sees("已谢绝");
            li.sees("没有同意");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewcomerCanCorrectTheName(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "xX_li_Xx");
            li.presses("✏️").sees("xX_li_Xx").says("  李 \n明\u202e ").sees("李 明");
            li.says("/ranking").sees("**李 明**");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdminNeedNotStudyButMay(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member admin = office.admin();
            admin.says("/start").sees("您是管理员");
            assertThat(admin.menu()).contains("people", "broadcast", "status", "push");
            admin.says("/today").sees("还没有加入");
            admin.presses("加入学习").sees("欢迎加入");
            admin.studies();
            assertThat(admin.streak()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaderIsAppointedAndSeesPagesOfTheRanking(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            for (int i = 10; i < 25; i++) {
                office.enrolled(i, "同事" + i);
            }
            Member li = office.enrolled(1, "李明");
            li.says("/rank");
            assertThat(li.withButton("2 ›")).isEmpty();
            office.admin().says("/people 李").presses("李明").presses("⭐").sees("领导");
            li.sees("/ranking");
            li.says("/rank").presses("2 ›").sees("同事2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void enrolmentOnADayOffOffersPracticeAndTheNextDate(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-15T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.sees("不用学习").sees("11月16日").sees("练习题");
            (li.withButton("对").isPresent() ? li.presses("对") : li.presses("A")).sees("💡");
            li.presses("再来一题").sees("练习题");
            assertThat(li.streak()).isZero();
        }
    }
}
