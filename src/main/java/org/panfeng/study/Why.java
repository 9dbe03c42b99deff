package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.people.Namesakes;
import org.panfeng.people.Person;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;
import org.panfeng.study.MakeUpOffers.Offer;

/** How a streak comes about: the ledger of three weeks, line by line, with the sum before and after. */
final class Why {
    private static final int WEEKS = 3;

    private final Timetable timetable;
    private final Ledger ledger;
    private final Excuses excuses;
    private final MakeUpOffers offers;
    private final Namesakes namesakes;

    Why(Timetable timetable, Ledger ledger, Excuses excuses, MakeUpOffers offers, Namesakes namesakes) {
        this.timetable = timetable;
        this.ledger = ledger;
        this.excuses = excuses;
        this.offers = offers;
        this.namesakes = namesakes;
    }

    record View(Content content, Keyboard keyboard) {}

    /** The weeks that end with the present one. */
    static LocalDate latestMonday(LocalDate today) {
        return KeptDays.weekOf(today).minusWeeks(WEEKS - 1L);
    }

    /**
     * @param monday with which the weeks begin
     * @param isOwn whether the person reads it, and not an admin
     */
    View show(Person person, LocalDate monday, boolean isOwn, Language language, Instant now) {
        LocalDate today = timetable.dateOf(now);
        LocalDate end = monday.plusWeeks(WEEKS);
        List<Entry> entries = withOpenDays(person, ledger.of(person.id()), today);
        Streak before = sum(
                entries.stream().filter(entry -> entry.day().isBefore(monday)).toList());
        List<Entry> shown = entries.stream()
                .filter(entry -> !entry.day().isBefore(monday) && entry.day().isBefore(end))
                .toList();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(title(person, isOwn, language) + "\n" + beginning(person, before, monday, language));
        paragraphs.add(shown.isEmpty() ? Texts.html(language, "why.nothing") : lines(shown, before, language));
        paragraphs.add(total(sum(entries), language));
        boolean isLatest = end.isAfter(today);
        Optional<Offer> offer = isOwn && isLatest ? offers.of(person, now).filter(Offer::isOpen) : Optional.empty();
        offer.ifPresent(more -> paragraphs.add(more.lines()));
        boolean isMoreBefore = entries.stream().anyMatch(entry -> entry.day().isBefore(monday));
        return new View(
                Content.html(String.join("\n\n", paragraphs)),
                offer.map(Offer::keyboard)
                        .orElse(Keyboard.NONE)
                        .and(turning(person, monday, isMoreBefore, isLatest, language)));
    }

    private String title(Person person, boolean isOwn, Language language) {
        return isOwn
                ? Texts.html(language, "why.title")
                : Texts.html(language, "why.title.of", person.name(), namesakes.departmentOf(person, language));
    }

    /** What the weeks begin with: the sum so far, or that somebody joined in them. */
    private String beginning(Person person, Streak before, LocalDate monday, Language language) {
        Optional<LocalDate> joined = person.enrolledAt().map(timetable::dateOf).filter(day -> !day.isBefore(monday));
        if (joined.isPresent()) {
            return Texts.html(language, "why.joined", Dates.shortDay(language, joined.get()));
        }
        return Texts.html(language, "why.before", Dates.shortDay(language, monday), before.current(), before.freezes());
    }

    private static String total(Streak streak, Language language) {
        return Texts.html(language, "why.total", streak.current(), streak.longest(), streak.freezes());
    }

    private String lines(List<Entry> entries, Streak before, Language language) {
        DayWords words = new DayWords(timetable, language);
        StringBuilder lines = new StringBuilder();
        Streak streak = before;
        LocalDate week = KeptDays.weekOf(entries.get(0).day());
        for (Entry entry : entries) {
            LocalDate next = KeptDays.weekOf(entry.day());
            lines.append(next.equals(week) ? "" : "\n")
                    .append(words.line(entry, streak))
                    .append('\n');
            streak = streak.then(entry.state());
            week = next;
        }
        return lines.toString().stripTrailing();
    }

    private static Streak sum(List<Entry> entries) {
        Streak streak = Streak.NONE;
        for (Entry entry : entries) {
            streak = streak.then(entry.state());
        }
        return streak;
    }

    /** The ledger, and the study days of the last two weeks that are not in it, since they are not over or not closed. */
    private List<Entry> withOpenDays(Person person, List<Entry> entries, LocalDate today) {
        Map<LocalDate, Entry> known = entries.stream().collect(Collectors.toMap(Entry::day, entry -> entry));
        LocalDate enrolled = person.enrolledAt().map(timetable::dateOf).orElse(today);
        LocalDate since = enrolled.isAfter(today.minusWeeks(2)) ? enrolled : today.minusWeeks(2);
        List<Entry> all = new ArrayList<>(entries);
        timetable.studyDays(since, today).stream()
                .filter(day -> !known.containsKey(day))
                .forEach(day -> all.add(excuses.unwritten(person.id(), day)));
        all.sort(Comparator.comparing(Entry::day));
        return all;
    }

    private static Keyboard turning(
            Person person, LocalDate monday, boolean isMoreBefore, boolean isLatest, Language language) {
        List<Button> buttons = new ArrayList<>();
        if (isMoreBefore) {
            buttons.add(button(person, monday.minusWeeks(WEEKS), "why.earlier", language));
        }
        if (!isLatest) {
            buttons.add(button(person, monday.plusWeeks(WEEKS), "why.later", language));
        }
        return buttons.isEmpty() ? Keyboard.NONE : new Keyboard(List.of(buttons));
    }

    private static Button button(Person person, LocalDate monday, String key, Language language) {
        return new Button(
                Texts.plain(language, key),
                WhyCommand.PREFIX + ":" + person.id().value() + ":" + monday.toEpochDay());
    }
}
