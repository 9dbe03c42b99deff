package org.panfeng.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.Timetable;

/** Shows the calendar, previews what an admin is about to change in it, and carries it out once that is confirmed. */
final class CalendarDesk {
    private final Timetable timetable;
    private final CalendarOverview overview;
    private final CalendarPreview preview;
    private final CalendarEntries entries;

    CalendarDesk(Timetable timetable, CalendarOverview overview, CalendarPreview preview, CalendarEntries entries) {
        this.timetable = timetable;
        this.overview = overview;
        this.preview = preview;
        this.entries = entries;
    }

    void show(Turn turn) {
        LocalDate today = timetable.dateOf(turn.now());
        turn.edit(Content.html(overview.text(today, turn.language())), overview.keyboard(today, turn.language()));
    }

    void preview(Turn turn, CalendarPlan plan) {
        Language language = turn.language();
        LocalDate today = timetable.dateOf(turn.now());
        CalendarEffect effect = entries.effect(plan, today);
        String entry = new CalendarWords(language).entry(plan.change());
        if (effect.isNone() && plan.what() == CalendarPlan.What.ADD) {
            turn.edit(CalendarPicking.back(language), "calendar.no-effect", entry);
            return;
        }
        String lines = effect.isNone()
                ? Texts.html(language, "calendar.effect.none")
                : preview.of(effect, plan.change().last() == null, today, language);
        turn.edit(
                Keyboard.row(CalendarOverview.button(language, "calendar.confirm", confirming(plan)), cancel(language)),
                "calendar.preview." + word(plan),
                entry,
                new Html(lines));
    }

    static Button cancel(Language language) {
        return CalendarOverview.button(language, "button.cancel", "list");
    }

    private static String confirming(CalendarPlan plan) {
        return switch (plan.what()) {
            case ADD -> "ok:" + CalendarData.of(plan.change());
            case UNDO -> "undone:" + plan.change().id();
            case RESUME -> "resumed:" + plan.change().id();
        };
    }

    private static String word(CalendarPlan plan) {
        return plan.what().name().toLowerCase(Locale.ROOT);
    }

    void carryOut(Turn turn, CalendarPlan plan) {
        Language language = turn.language();
        CalendarEffect effect = entries.effect(plan, timetable.dateOf(turn.now()));
        if (effect.isNone() && plan.what() == CalendarPlan.What.ADD) {
            turn.alert("calendar.already");
            return;
        }
        CalendarChange kept = entries.carryOut(plan, turn);
        boolean isCounting = !effect.before(timetable.dateOf(turn.now())).isNone();
        Button back = CalendarOverview.button(language, "calendar.back", "list");
        turn.edit(
                new Keyboard(List.of(
                        plan.what() == CalendarPlan.What.ADD
                                ? List.of(CalendarOverview.button(language, "calendar.undo", "undo:" + kept.id()), back)
                                : List.of(back))),
                "calendar.done." + word(plan),
                new CalendarWords(language).entry(kept),
                new Html(isCounting ? "\n" + Texts.html(language, "calendar.counting") : ""));
    }
}
