package org.panfeng.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.sandbox.Message;

/** An admin who sends one notice after the other: each once the report on the one before has come. */
final class Announcer implements Actor {
    private static final Pattern REPORT =
            Pattern.compile("通知报告（共 (\\d+) 人）\\s+✅ 送达 (\\d+)\\s+🚫 收不到 (\\d+)\\s+⚠️ 失败 (\\d+)(?:\\s+❔ 不确定 (\\d+))?");

    /** What the bot reports on a notice. */
    record Report(int recipients, int delivered, int unreachable, int failed, int inDoubt) {}

    private final Phone phone;
    private final Learner first;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private boolean isSent;
    private volatile boolean isEnough;

    /**
     * @param first somebody for whom it waits before it announces anything
     */
    Announcer(Phone phone, Learner first) {
        this.phone = phone;
        this.first = first;
    }

    @Override
    public void act(Random random) {
        if (!first.isWelcome()) {
            return;
        }
        boolean isReported = reports().size() >= notices.size();
        if (isReported && !isEnough) {
            isSent = false;
            notices.add("第 " + (notices.size() + 1) + " 号通知");
            phone.says("/broadcast " + notices.get(notices.size() - 1));
        } else if (!isReported && !isSent) {
            preview().ifPresent(message -> {
                isSent = true;
                phone.presses(message, message.button("发送").orElseThrow());
            });
        }
    }

    /** The buttons below the present notice; those of an earlier one may have come twice and still be there. */
    private Optional<Message> preview() {
        return phone.fromBot().stream()
                .dropWhile(message -> !message.text().endsWith(notices.get(notices.size() - 1)))
                .filter(message -> message.button("发送").isPresent())
                .findFirst();
    }

    /** No more notices after the present one. */
    void finish() {
        isEnough = true;
    }

    boolean isDone() {
        return isEnough && reports().size() >= notices.size();
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /** The reports that came, in order; one that came twice counts once. */
    List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        String last = "";
        for (Message message : phone.fromBot()) {
            Matcher report = REPORT.matcher(message.text());
            if (message.text().startsWith("📢")) {
                last = "";
            } else if (report.find() && last.isEmpty()) {
                last = message.text();
                reports.add(new Report(
                        number(report, 1), number(report, 2), number(report, 3), number(report, 4), number(report, 5)));
            }
        }
        return reports;
    }

    private static int number(Matcher report, int group) {
        return report.group(group) == null ? 0 : Integer.parseInt(report.group(group));
    }

    /** The chat, for a failure. */
    @Override
    public String toString() {
        return phone.toString();
    }
}
