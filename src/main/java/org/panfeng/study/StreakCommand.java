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
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;
import org.panfeng.study.MakeUpOffers.Offer;

/** {@code /streak}: the streak, the longest, the last weeks and the place. */
final class StreakCommand implements Command {
    private static final int WEEKS = 5;

    private final Staff staff;
    private final Streaks streaks;
    private final StreakCounts counts;
    private final Ledger ledger;
    private final Excuses excuses;
    private final Timetable timetable;
    private final MakeUpOffers offers;
    private final YearPictures pictures;

    StreakCommand(
            Staff staff,
            Streaks streaks,
            StreakCounts counts,
            Ledger ledger,
            Excuses excuses,
            Timetable timetable,
            MakeUpOffers offers,
            YearPictures pictures) {
        this.staff = staff;
        this.streaks = streaks;
        this.counts = counts;
        this.ledger = ledger;
        this.excuses = excuses;
        this.timetable = timetable;
        this.offers = offers;
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
        Optional<Offer> offer = offers.of(person, turn.now()).filter(Offer::isOpen);
        turn.say(
                offer.map(Offer::keyboard).orElse(Keyboard.NONE),
                "streak",
                streak.current(),
                streak.longest(),
                places.of(streak.current()),
                places.size(),
                new Html(shared),
                new Html(standing(streak, language)
                        + offer.map(more -> "\n\n" + more.lines()).orElse("")),
                new Html(year));
        pictures.order(person, language + year + streak);
    }

    /** What a missed day would cost, and how far the next milestone is. */
    private static String standing(Streak streak, Language language) {
        int next = Milestones.next(streak.current());
        List<Integer> reached = Milestones.reached(streak.longest());
        String all = reached.stream().map(String::valueOf).collect(Collectors.joining(" · "));
        String key = next > streak.longest() ? "streak.next" : "streak.next-again";
        return Texts.html(language, "streak.freezes", streak.freezes())
                + "\n"
                + Texts.html(language, key, next, next - streak.current())
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
        boolean isUnwritten = entry.isEmpty() && date.equals(today) && timetable.isStudyDay(date);
        return (isUnwritten ? Optional.of(excuses.unwritten(person.id(), date)) : entry)
                .map(Entry::state)
                .map(DayWords::square)
                .orElse("▫️");
    }
}
