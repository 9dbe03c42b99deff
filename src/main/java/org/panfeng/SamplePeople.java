package org.panfeng;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.sandbox.Person;

/** The people of the sample office. All names are made up. */
final class SamplePeople {
    /** Those whom a visitor can be, and in the tour those whose story is told. */
    static final long ADMIN = 101;

    static final long LEADER = 102;
    static final long MEMBER = 103;
    static final long NEWCOMER = 104;
    /** One of the colleagues, who would rather read English. */
    static final long ENGLISH_SPEAKER = 105;

    /** Who is enrolled and not simulated. */
    static final List<Long> VISITORS = List.of(ADMIN, LEADER, MEMBER);

    static final List<String> DEPARTMENTS = List.of("办公室", "财务科", "资产科", "会议服务科", "后勤保障科");

    /** What the bot must survive: markup, emoji that are joined from several, a name that fits into no table. */
    private static final List<String> UNUSUAL =
            List.of("<b>小周</b> & 👩‍💻🌱", "阿卜杜热合曼·艾合买提江·买买提依明·努尔艾合买提", "Emma Wilson", "Daniel Müller");

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final List<String> GIVEN = List.of(
            "晓燕", "建国", "雨桐", "志强", "思远", "海霞", "明", "文静", "佳怡", "俊杰", "秋月", "立新", "子涵", "春梅", "浩然", "敏", "国栋", "欣怡",
            "小龙", "慧");

    private static final int EVERYBODY = 60;

    /**
     * @param department counted from 0
     * @param diligence the share of days this person studies on, from 0 to 1
     * @param streak if not negative, how many days this person has studied in a row, whatever the diligence
     * @param joins how many study days after the first one this person joined
     */
    record Sample(
            long id,
            String name,
            Role role,
            Language language,
            int department,
            double diligence,
            int streak,
            int joins) {
        Person person() {
            String username = switch (role) {
                case ADMIN -> "admin";
                case LEADER -> "leader";
                case STAFF -> "staff" + id;
                case GUEST -> "newcomer";
            };
            return new Person(id, name, null, username, language == Language.ZH ? "zh-hans" : "en");
        }
    }

    private SamplePeople() {}

    static Sample newcomer() {
        return new Sample(NEWCOMER, "林小满", Role.GUEST, Language.ZH, 3, 1, -1, 0);
    }

    static Sample withId(long id) {
        return enrolled().stream()
                .filter(sample -> sample.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Sixty people, the same every time. */
    static List<Sample> enrolled() {
        List<Sample> people = new ArrayList<>();
        people.add(new Sample(ADMIN, "陈静", Role.ADMIN, Language.ZH, 0, 1, 6, 0));
        people.add(new Sample(LEADER, "周立新", Role.LEADER, Language.ZH, 0, 1, 14, 0));
        people.add(new Sample(MEMBER, "李晓明", Role.STAFF, Language.ZH, 1, 1, 9, 0));
        people.add(new Sample(ENGLISH_SPEAKER, "Grace Miller", Role.STAFF, Language.ZH, 2, 0.9, 4, 0));
        Random random = new Random(2026);
        long id = 200;
        for (String name : UNUSUAL) {
            people.add(colleague(++id, name, random));
        }
        int number = 0;
        while (people.size() < EVERYBODY) {
            people.add(colleague(++id, name(number++), random));
        }
        return List.copyOf(people);
    }

    /** Every surname with one given name, then with the next: no name twice. */
    private static String name(int number) {
        int surname = number % SURNAMES.length();
        int round = number / SURNAMES.length();
        return SURNAMES.charAt(surname) + GIVEN.get((surname * 7 + round * 3) % GIVEN.size());
    }

    /** A few never miss a day, most seldom, some often; every tenth came later. */
    private static Sample colleague(long id, String name, Random random) {
        double luck = random.nextDouble();
        double diligence = luck < 0.12 ? 1 : luck < 0.75 ? 0.85 + luck / 8 : 0.35 + luck / 3;
        Language language = name.matches("[A-Z].*") ? Language.EN : Language.ZH;
        int joins = id % 10 == 7 ? 1 + random.nextInt(12) : 0;
        int department = random.nextInt(DEPARTMENTS.size());
        return new Sample(id, name, Role.STAFF, language, department, diligence, -1, joins);
    }
}
