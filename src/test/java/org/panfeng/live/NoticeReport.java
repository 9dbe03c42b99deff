package org.panfeng.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.sandbox.Message;

/** What the bot reports on a notice: of how many recipients, who got it, cannot be reached, refused it, may have got it. */
record NoticeReport(int recipients, int delivered, int unreachable, int failed, int inDoubt) {
    private static final Pattern TEXT = Pattern.compile(
            "通知报告（共 ([\\d,]+) 人）\\s+✅ 送达 ([\\d,]+)\\s+🚫 收不到 ([\\d,]+)\\s+⚠️ 失败 ([\\d,]+)(?:\\s+❔ 不确定 ([\\d,]+))?");

    static Optional<NoticeReport> in(Message message) {
        Matcher report = TEXT.matcher(message.text());
        return report.find()
                ? Optional.of(new NoticeReport(
                        number(report, 1), number(report, 2), number(report, 3), number(report, 4), number(report, 5)))
                : Optional.empty();
    }

    private static int number(Matcher report, int group) {
        return report.group(group) == null
                ? 0
                : Integer.parseInt(report.group(group).replace(",", ""));
    }
}
