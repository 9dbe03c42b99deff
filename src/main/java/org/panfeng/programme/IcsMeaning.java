package org.panfeng.programme;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an event of an iCalendar file means. There is no standard for it; calendars say it in their titles and categories, and Apple's in a
 * property of its own. Whatever is not said to be worked is a day off.
 *
 * @param title the summary and the categories
 * @param special Apple's {@code X-APPLE-SPECIAL-DAY}; empty where there is none
 */
record IcsMeaning(String title, String special) {
    private static final Pattern WORKED = Pattern.compile(
            "补班|调班|(?<!不|不用|无需)上班|(?<!\\p{IsHan})班(?!\\p{IsHan})"
                    + "|(?<!non[- ]?|no )work(ing)?[- ]?day|make-?up (day|work)|alternate work",
            Pattern.CASE_INSENSITIVE);
    private static final String EXCHANGED = "调休";
    private static final Pattern DECORATION = Pattern.compile("^[休班]\\s*[|·:]\\s*"
            + "|\\s*第\\d+天/共\\d+天$"
            + "|\\s*[(\\[](休|班|补班|上班|调休|调休上班|放假)[)\\]]$"
            + "|\\s*(假期|放假|补班|调班|调休上班|调休|上班)$");

    /** Whether the event says in Apple's way what it is; where one does, those that do not are no days off. */
    boolean isApples() {
        return special.equals("WORK-HOLIDAY") || special.equals("ALTERNATE-WORKDAY");
    }

    /**
     * Whether these dates are days off. {@code 调休} alone says only that a day was exchanged: then a weekend is worked, and a weekday is off.
     *
     * @return empty where that is true of some of the dates only
     */
    Optional<Boolean> isOff(List<LocalDate> dates) {
        if (isApples()) {
            return Optional.of(special.equals("WORK-HOLIDAY"));
        }
        String plain = plain(title);
        if (WORKED.matcher(plain).find()) {
            return Optional.of(false);
        } else if (!plain.contains(EXCHANGED)) {
            return Optional.of(true);
        }
        List<Boolean> off =
                dates.stream().map(date -> !isWeekend(date)).distinct().toList();
        return off.size() == 1 ? Optional.of(off.get(0)) : Optional.empty();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /** The holiday's name out of a summary: without what says whether the day is off. */
    static String name(String summary) {
        String name = plain(summary).strip();
        for (String shorter = undecorated(name); !shorter.equals(name); shorter = undecorated(name)) {
            name = shorter;
        }
        return name;
    }

    private static String undecorated(String name) {
        String shorter = DECORATION.matcher(name).replaceFirst("").strip();
        return shorter.isEmpty() ? name : shorter;
    }

    /** With one form for full-width brackets and bars and their narrow twins. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('【', '[')
                .replace('】', ']');
    }
}
