package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;

/** A line of the ledger in words that a person accepts: what the day was, what it rests on, and what it adds. */
final class DayWords {
    private final Timetable timetable;
    private final Language language;

    DayWords(Timetable timetable, Language language) {
        this.timetable = timetable;
        this.language = language;
    }

    /** The square that stands for a state. */
    static String square(DayState state) {
        return switch (state) {
            case DONE -> "🟩";
            case MADE_UP -> "🟦";
            case FROZEN -> "🧊";
            case EXCUSED -> "⬜";
            case MISSED -> "🟥";
            case OPEN -> "🟨";
        };
    }

    /**
     * @param before the streak of the days before it
     */
    String line(Entry entry, Streak before) {
        Streak after = before.then(entry.state());
        return square(entry.state()) + " "
                + Texts.html(
                        language,
                        "why.line",
                        Dates.day(language, entry.day()),
                        new Html(reason(entry)),
                        new Html(sum(entry.state(), before, after)));
    }

    private String reason(Entry entry) {
        String key = "why." + entry.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Optional<Instant> at = entry.restsOn();
        return switch (entry.reason()) {
            case NOT_OVER -> Texts.html(language, key, time(timetable.endOf(entry.day()), entry.day()));
            case WITHDRAWN, UNANSWERED, FREEZE, NOT_DELIVERED ->
                at.map(instant -> Texts.html(language, key, time(instant, entry.day())))
                        .orElseGet(() -> Texts.html(language, key + "-never"));
            default ->
                Texts.html(
                        language,
                        key,
                        at.map(instant -> time(instant, entry.day())).orElse(""));
        };
    }

    private String sum(DayState state, Streak before, Streak after) {
        if (state == DayState.OPEN) {
            return "";
        }
        if (!state.counts()) {
            boolean isBroken = before.current() > 0 && after.current() == 0;
            return Texts.html(language, isBroken ? "why.sum.none" : "why.sum.same", after.current());
        }
        String key = after.current() % Streak.EARNED_EVERY == 0 ? "why.sum.freeze" : "why.sum.more";
        return Texts.html(language, key, after.current(), after.freezes());
    }

    /** The time alone where it was on the day itself. */
    private String time(Instant instant, LocalDate day) {
        ZonedDateTime at = instant.atZone(timetable.zone());
        return at.toLocalDate().equals(day) ? Dates.time(at.toLocalTime()) : Dates.instant(language, at);
    }
}
