package org.panfeng.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.people.Staff;
import org.panfeng.study.DayState;
import org.panfeng.study.StudyFeature;

/** Says beforehand what a change of the calendar changes, and for whom. */
final class CalendarPreview {
    private static final int NAMES = 5;

    private final Staff staff;
    private final StudyFeature study;

    CalendarPreview(Staff staff, StudyFeature study) {
        this.staff = staff;
        this.study = study;
    }

    /**
     * The lines that say it.
     *
     * @param isEndless whether it goes on after the dates that were looked at
     */
    String of(CalendarEffect effect, boolean isEndless, LocalDate today, Language language) {
        List<String> lines = new ArrayList<>();
        days("dropped", effect.dropped(), isEndless, language).ifPresent(lines::add);
        days("added", effect.added(), isEndless, language).ifPresent(lines::add);
        lines.add(
                Texts.html(language, "calendar.effect.people", staff.audience().everybody()));
        lines.addAll(ofToday(effect, today, language));
        lines.addAll(ofPast(effect.before(today), language));
        return String.join("\n", lines);
    }

    private static Optional<String> days(String word, List<LocalDate> days, boolean isEndless, Language language) {
        if (days.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isEndless
                        ? Texts.html(language, "calendar.effect.endless." + word, Dates.day(language, days.get(0)))
                        : Texts.html(
                                language,
                                "calendar.effect." + word,
                                days.size(),
                                new CalendarWords(language).days(days)));
    }

    private List<String> ofToday(CalendarEffect effect, LocalDate today, Language language) {
        if (effect.dropped().contains(today)) {
            return List.of(Texts.html(
                    language,
                    "calendar.effect.today-dropped",
                    study.participation(today).done()));
        }
        return effect.added().contains(today)
                ? List.of(Texts.html(language, "calendar.effect.today-added"))
                : List.of();
    }

    private List<String> ofPast(CalendarEffect past, Language language) {
        List<String> lines = new ArrayList<>();
        if (!past.dropped().isEmpty()) {
            Map<DayState, Long> people = study.affectedLedgers().people(past.dropped());
            lines.add(Texts.html(
                    language,
                    "calendar.effect.past-dropped",
                    people.getOrDefault(DayState.DONE, 0L),
                    people.getOrDefault(DayState.MADE_UP, 0L),
                    people.getOrDefault(DayState.MISSED, 0L),
                    people.getOrDefault(DayState.FROZEN, 0L),
                    people.getOrDefault(DayState.EXCUSED, 0L)));
            lines.addAll(names(past.dropped(), language));
        }
        if (!past.added().isEmpty()) {
            lines.add(Texts.html(language, "calendar.effect.past-added"));
        }
        return lines;
    }

    private List<String> names(List<LocalDate> days, Language language) {
        List<String> names = study.affectedLedgers().namesOfLost(days, NAMES + 1);
        if (names.isEmpty()) {
            return List.of();
        }
        String comma = Texts.plain(language, "calendar.days.comma");
        String shown = names.stream().limit(NAMES).collect(Collectors.joining(comma));
        return List.of(
                Texts.html(language, "calendar.effect.names", names.size() > NAMES ? shown + comma + "…" : shown));
    }
}
