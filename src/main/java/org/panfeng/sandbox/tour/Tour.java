package org.panfeng.sandbox.tour;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.sandbox.AnswerKey;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.OfficeClock;
import org.panfeng.sandbox.Person;

/** The story of a newcomer, an admin and a leader, from Monday morning to Wednesday. */
public final class Tour {
    private static final String START = "开始答题";
    private static final int ALL = 99;
    private static final Pattern INVITATION = Pattern.compile("\\?start=([\\w-]+)");
    private static final String NOTICE = "周三下午三点，三楼会议室消防演练，请大家提前十分钟到。";

    private final OfficeClock clock;
    private final Transcript transcript;
    private final Duration patience;
    private final Actor admin;
    private final Actor leader;
    private final Actor newcomer;
    private final Actor reader;
    private final String department;

    /**
     * @param clock stands on the morning of a study day, before the push
     * @param patience how long, in real time, each thing that is waited for may take to come
     */
    public Tour(Messenger messenger, OfficeClock clock, AnswerKey key, Cast cast, Duration patience, PrintWriter out) {
        this.patience = patience;
        this.clock = clock;
        this.transcript = new Transcript(out, clock);
        this.admin = actor(cast.admin(), messenger, key);
        this.leader = actor(cast.leader(), messenger, key);
        this.newcomer = actor(cast.newcomer(), messenger, key);
        this.reader = actor(cast.reader(), messenger, key);
        this.department = cast.department();
    }

    private Actor actor(Person person, Messenger messenger, AnswerKey key) {
        return new Actor(person, messenger, key, transcript, patience);
    }

    /**
     * Plays it all.
     *
     * @throws Missing as soon as something does not come
     */
    public void play() {
        monday();
        tuesday();
        wednesday();
    }

    private void monday() {
        transcript.scene("管理员邀请新同事", "An admin invites a colleague");
        join(invitation());
        transcript.scene("三分钟，几道题", "Three minutes, a few questions");
        newcomer.studies(START, 1, ALL);
        newcomer.says("/streak");
        newcomer.sees("连续 1 天");

        passUntil(clockDay(), LocalTime.of(8, 30));
        transcript.scene("学习推送给全单位", "The day's study reaches the whole office");
        leader.glancesAt(START);

        passUntil(clockDay(), LocalTime.of(9, 40));
        transcript.scene("管理员发通知", "A notice, with a look at it before it goes out");
        broadcast();

        passUntil(clockDay(), LocalTime.of(17, 0));
        transcript.scene("提醒还没完成的人", "A reminder for those who have not finished");
        reader.sees("🌇");
        transcript.remark(reader.name() + " would rather read English.");
        switchToEnglish();
    }

    private String invitation() {
        admin.says("/people");
        admin.sees("👥");
        admin.taps(department);
        admin.sees("🏢");
        admin.taps("🔗");
        Matcher link = INVITATION.matcher(admin.sees("?start=").text());
        if (!link.find()) {
            throw new Missing("The invitation link has no code");
        }
        return link.group(1);
    }

    private void join(String code) {
        transcript.remark(newcomer.name() + " opens the link, which makes Telegram send the code to the bot.");
        newcomer.says("/start " + code);
        newcomer.sees("👋");
        newcomer.reads(START);
        newcomer.taps("✅");
        newcomer.sees("一起攀峰");
    }

    private void broadcast() {
        admin.says("/broadcast " + NOTICE);
        admin.sees("📢");
        admin.sees("👆");
        admin.taps("发送");
        admin.sees("📤");
        admin.sees("已发完");
        admin.sees("📋");
        newcomer.sees(NOTICE);
    }

    private void switchToEnglish() {
        reader.says("/settings");
        reader.sees("⚙");
        reader.taps("English");
        reader.sees("Settings");
        reader.says("/today");
        reader.glancesAt("Start quiz");
        reader.studies("Start quiz", 0, 1);
    }

    private void tuesday() {
        passUntil(clockDay().plusDays(1), LocalTime.of(4, 0));
        passUntil(clockDay(), LocalTime.of(8, 30));
        transcript.scene("夜里四点，周一结束了", "At four in the night Monday was closed");
        transcript.remark(
                leader.name() + " did not study on Monday. A freeze has kept the streak, and the day can be made up.");
        leader.glancesAt(START);
        leader.says("/streak");
        leader.sees("连续 14 天");
        leader.studies(START, 0, 0);
        leader.says("/today");
        leader.sees("❄️");
        leader.taps("补学");
        leader.glancesAt(START);
        leader.studies(START, 0, 0);
        leader.says("/why");
        leader.sees("补学完成");

        passUntil(clockDay(), LocalTime.of(17, 0));
        transcript.scene("忙了一天，提醒来了", "A busy day, and then the reminder");
        newcomer.sees("🌇");
        newcomer.studies(START, 0, ALL);
    }

    private void wednesday() {
        passUntil(clockDay().plusDays(1), LocalTime.of(8, 30));
        transcript.scene("第三天", "The third day");
        reader.glancesAt("Start quiz");
        newcomer.glancesAt(START);
        newcomer.studies(START, 0, 0);
        newcomer.says("/streak");
        newcomer.sees("连续 3 天");

        passUntil(clockDay(), LocalTime.of(9, 0));
        transcript.scene("领导看排行榜", "A leader looks at the ranking");
        rank();

        transcript.scene("一切正常吗", "Is the bot well?");
        admin.says("/status");
        admin.sees("一切正常");
    }

    private void rank() {
        leader.says("/ranking");
        leader.sees("🏆");
        leader.taps("2 ›");
        leader.sees("🏆");
        leader.taps("本周");
        leader.sees("本周学习天数");
        leader.taps("🏢");
        leader.sees("哪个部门");
        leader.taps(department);
        leader.sees(department);
    }

    private LocalDate clockDay() {
        return clock.now().atZone(clock.zone()).toLocalDate();
    }

    private void passUntil(LocalDate day, LocalTime time) {
        List.of(admin, leader, newcomer, reader).forEach(Actor::looksUp);
        clock.moveTo(day.atTime(time).atZone(clock.zone()).toInstant());
    }
}
