package org.panfeng.study;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.panfeng.chat.Command;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;

/** {@code /streak}: the streak, the longest, the last weeks and the place. */
final class StreakCommand implements Command {
    private static final int WEEKS = 5;

    private final Staff staff;
    private final Streaks streaks;
    private final StreakCounts counts;
    private final Ledger ledger;
    private final Timetable timetable;
    private final YearPictures pictures;

    StreakCommand(
            Staff staff,
            Streaks streaks,
            StreakCounts counts,
            Ledger ledger,
            Timetable timetable,
            YearPictures pictures) {
        this.staff = staff;
        this.streaks = streaks;
        this.counts = counts;
        this.ledger = ledger;
        this.timetable = timetable;
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return "streak";
    }

    @Override
    public Role from() {
        return Role.STAFF;
    }

    @Override
    public void run(Turn turn, String words) {
        staff.withTelegramId(turn.speaker().sender().id())
                .filter(Person::isEnrolled)
                .ifPresentOrElse(person -> show(turn, person), () -> turn.sayHowToJoin());
    }

    private void show(Turn turn, Person person) {
        Language language = turn.language();
        Streak streak = streaks.of(person.id());
        Places places = new Places(counts.present());
        long sharedWith = places.sharing(streak.current()) - 1;
        String shared = sharedWith > 0 ? Texts.html(language, "streak.shared", sharedWith) : "";
        String year = weeks(person, turn.now(), language);
        turn.say(
                "streak",
                streak.current(),
                streak.longest(),
                places.of(streak.current()),
                places.size(),
                new Html(shared),
                new Html(standing(streak, language)),
                new Html(year));
        pictures.order(person, language + year + streak);
    }

    /** What a missed day would cost, and how far the next milestone is. */
    private static String standing(Streak streak, Language language) {
        int next = Milestones.next(streak.current());
        List<Integer> reached = Milestones.reached(streak.longest());
        String all = reached.stream().map(String::valueOf).collect(Collectors.joining(" · "));
        return Texts.html(language, "streak.freezes", streak.freezes())
                + "\n"
                + Texts.html(language, "streak.next", next, next - streak.current())
                + (reached.isEmpty() ? "" : "\n" + Texts.html(language, "streak.reached", all));
    }

    /** One line a week, one square a day, from Monday to Sunday. */
    private String weeks(Person person, Instant now, Language language) {
        LocalDate today = timetable.dateOf(now);
        LocalDate monday =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS - 1L);
        Map<LocalDate, Entry> entries = ledger.of(person.id(), monday, today);
        StringBuilder lines = new StringBuilder();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate from = monday.plusWeeks(week);
            lines.append(String.format("%-7s", Dates.shortDay(language, from)).replace(' ', '\u2007'));
            for (LocalDate day = from; !day.isAfter(today) && day.isBefore(from.plusWeeks(1)); day = day.plusDays(1)) {
                lines.append(square(person, day, today, entries));
            }
            lines.append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private String square(Person person, LocalDate date, LocalDate today, Map<LocalDate, Entry> entries) {
        Optional<Entry> entry = Optional.ofNullable(entries.get(date));
        boolean isOpen = entry.isEmpty() && date.equals(today) && timetable.isStudyDay(date) && person.isEnrolled();
        if (isOpen) {
            return "🟨";
        }
        return entry.map(Entry::state).map(DayWords::square).orElse("▫️");
    }
}
