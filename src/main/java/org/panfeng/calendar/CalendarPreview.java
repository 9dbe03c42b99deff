package org.panfeng.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.people.Staff;
import org.panfeng.study.AffectedLedgers;
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
            lines.addAll(dropped(past.dropped(), language));
        }
        if (!past.added().isEmpty()) {
            lines.addAll(added(past.added(), language));
        }
        return lines;
    }

    private List<String> dropped(List<LocalDate> days, Language language) {
        Map<DayState, Long> people = study.affectedLedgers().people(days);
        List<String> parts = Stream.of(
                        DayState.DONE, DayState.MADE_UP, DayState.MISSED, DayState.FROZEN, DayState.EXCUSED)
                .filter(people::containsKey)
                .map(state ->
                        Texts.html(language, "calendar.effect.past." + word(state), people.getOrDefault(state, 0L)))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!parts.isEmpty()) {
            String between = Texts.plain(language, "calendar.effect.past.between");
            String key = days.size() == 1 ? "calendar.effect.past" : "calendar.effect.past.several";
            lines.add(Texts.html(language, key, new Html(String.join(between, parts))));
        }
        names("calendar.effect.names", study.affectedLedgers().namesOfMissed(days, NAMES + 1), language)
                .ifPresent(lines::add);
        return lines;
    }

    private static String word(DayState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<String> added(List<LocalDate> days, Language language) {
        AffectedLedgers.Earlier earlier = study.affectedLedgers().earlier(days);
        if (earlier.given() == 0) {
            return List.of(Texts.html(language, "calendar.effect.past-added"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Texts.html(language, "calendar.effect.past-back", earlier.unfinished()));
        names("calendar.effect.names-back", study.affectedLedgers().namesOfUnfinished(days, NAMES + 1), language)
                .ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> names(String key, List<String> names, Language language) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String comma = Texts.plain(language, "dates.comma");
        String shown = names.stream().limit(NAMES).collect(Collectors.joining(comma));
        return Optional.of(Texts.html(language, key, names.size() > NAMES ? shown + comma + "…" : shown));
    }
}
