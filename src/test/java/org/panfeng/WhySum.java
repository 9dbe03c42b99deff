package org.panfeng;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of {@code /why}, added up as somebody does it with a pencil, and what {@code /streak} says beside it. */
final class WhySum {
    private static final Pattern BEFORE = Pattern.compile("(?:之前|加入)：连续 (\\d+) 天，保护卡 (\\d) 张");
    private static final Pattern TOTAL = Pattern.compile("现在：连续 (\\d+) 天 · 最长 (\\d+) 天 · 保护卡 (\\d) 张");
    private static final Pattern STREAK = Pattern.compile("🔥 连续 (\\d+) 天 · 最长 (\\d+) 天(?s:.*)保护卡 (\\d) 张");
    private static final Pattern GROWN = Pattern.compile("\\+1 → (\\d+)");
    private static final Pattern KEPT = Pattern.compile("(?:仍是 |从 )(\\d+)");

    private final List<String> faults = new ArrayList<>();
    private int streak;
    private int longest;
    private int freezes;
    private int days;

    private WhySum() {}

    /**
     * What does not add up; empty when all does.
     *
     * @param pages of one person, without tags, the oldest first
     */
    static List<String> faults(List<String> pages, String streak) {
        WhySum sum = new WhySum();
        pages.forEach(sum::page);
        sum.compare(STREAK, streak);
        if (pages.isEmpty()) {
            sum.faults.add("no page");
        }
        return sum.faults;
    }

    private void page(String page) {
        Matcher before = BEFORE.matcher(page);
        if (!before.find() || number(before, 1) != streak || number(before, 2) != freezes) {
            faults.add("begins otherwise than with %d, %d: %s".formatted(streak, freezes, page));
        }
        page.lines().forEach(this::line);
    }

    private void line(String line) {
        boolean isGrown = line.startsWith("🟩") || line.startsWith("🟦");
        if (isGrown) {
            streak++;
            longest = Math.max(longest, streak);
            freezes = Math.min(2, streak % 10 == 0 ? freezes + 1 : freezes);
            says(GROWN, line);
        } else if (line.startsWith("🧊")) {
            freezes--;
            says(KEPT, line);
        } else if (line.startsWith("⬜")) {
            says(KEPT, line);
        } else if (line.startsWith("🟥")) {
            streak = 0;
            says(KEPT, line);
        } else if (!line.startsWith("🟨")) {
            return;
        }
        days++;
    }

    private void says(Pattern pattern, String line) {
        Matcher said = pattern.matcher(line);
        if (!said.find() || number(said, 1) != streak || freezes < 0) {
            faults.add("after %d days it is %d, freezes %d: %s".formatted(days, streak, freezes, line));
        }
    }

    private void compare(Pattern pattern, String text) {
        Matcher said = pattern.matcher(text);
        boolean isSame =
                said.find() && number(said, 1) == streak && number(said, 2) == longest && number(said, 3) == freezes;
        if (!isSame) {
            faults.add("%d, longest %d, freezes %d by the lines: %s".formatted(streak, longest, freezes, text));
        }
    }

    /** The total that each page ends with. */
    static boolean hasTotal(String page) {
        return TOTAL.matcher(page).find();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
