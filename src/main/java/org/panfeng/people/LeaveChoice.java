package org.panfeng.people;

import static org.panfeng.people.Messages.html;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.DayPicker;
import org.panfeng.chat.DayPicker.Mark;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;

/** How the days of leave are chosen: the first from a month, the last from a month, and a look at both. */
final class LeaveChoice {
    private final LeaveRule rule;
    private final Absences absences;
    private final StudyDates dates;

    LeaveChoice(LeaveRule rule, Absences absences, StudyDates dates) {
        this.rule = rule;
        this.absences = absences;
        this.dates = dates;
    }

    /** The dates that this person's leave can have. */
    DayRange range(LeaveVisit visit) {
        LocalDate enrolled = visit.person().enrolledAt().map(dates::dateOf).orElse(visit.today());
        return LeaveRule.choice(enrolled, visit.today());
    }

    /**
     * @param objection why the dates chosen before will not do, as HTML; or empty
     */
    PeoplePanel.View first(LeaveVisit visit, YearMonth month, String objection) {
        DayRange range = range(visit);
        List<Absence> known = absences.notOver(visit.person().id(), range.first()).stream()
                .filter(absence -> absence.kind() == Absence.Kind.LEAVE)
                .toList();
        DayPicker picker = new DayPicker(
                range.first(),
                range.last(),
                date -> known.stream().anyMatch(absence -> absence.covers(date)) ? Mark.CHOSEN : mark(date),
                date -> visit.data("from", date, YearMonth.from(date)),
                other -> visit.data("new", other));
        String question = Texts.html(visit.language(), "leave.first-day");
        return new PeoplePanel.View(
                Content.html(objection.isEmpty() ? question : objection + "\n\n" + question),
                picker.leaf(month, visit.language()).and(cancel(visit)));
    }

    PeoplePanel.View last(LeaveVisit visit, LocalDate first, YearMonth month) {
        DayPicker picker = new DayPicker(
                first,
                range(visit).last(),
                date -> date.equals(first) ? Mark.CHOSEN : mark(date),
                date -> visit.data("to", first, date),
                other -> visit.data("from", first, other));
        return new PeoplePanel.View(
                html(visit.language(), "leave.last-day", Dates.day(visit.language(), first)),
                picker.leaf(month, visit.language()).and(cancel(visit)));
    }

    PeoplePanel.View confirm(LeaveVisit visit, DayRange days) {
        boolean isAsked = wantsApproval(visit, days);
        String text = Texts.html(
                        visit.language(),
                        "leave.confirm",
                        Dates.span(visit.language(), days.first(), days.last()),
                        studyDays(days))
                + (days.first().isBefore(visit.today()) ? Texts.html(visit.language(), "leave.confirm.past") : "")
                + (isAsked ? Texts.html(visit.language(), "leave.confirm.asks") : "");
        return new PeoplePanel.View(
                Content.html(text),
                Keyboard.row(visit.button(
                                isAsked ? "leave.ask" : visit.key("leave.take."),
                                visit.data("take", days.first(), days.last())))
                        .and(Keyboard.row(visit.button("leave.other", visit.data("new", YearMonth.from(days.first())))))
                        .and(cancel(visit)));
    }

    /** Whether an admin has to agree; what admins enter holds at once, for themselves as well. */
    boolean wantsApproval(LeaveVisit visit, DayRange days) {
        return visit.isOwn()
                && visit.person().role() != org.panfeng.chat.Role.ADMIN
                && rule.wantsApproval(days.first(), visit.today());
    }

    /** Why these dates cannot be leave, as HTML; empty if they can. */
    Optional<String> objection(LeaveVisit visit, DayRange days) {
        String span = Dates.span(visit.language(), days.first(), days.last());
        return LeaveRule.objection(days, studyDays(days))
                .map(key -> Texts.html(visit.language(), key, span, LeaveRule.MOST_DAYS))
                .or(() -> absences.leaveWithin(visit.person().id(), days)
                        .map(other -> Texts.html(
                                visit.language(), "leave.overlaps", span, LeavePanel.span(visit.language(), other))));
    }

    private int studyDays(DayRange days) {
        return days.days() > LeaveRule.MOST_DAYS
                ? 0
                : dates.studyDays(days.first(), days.last()).size();
    }

    private Mark mark(LocalDate date) {
        return dates.isStudyDay(date) ? Mark.STUDY : Mark.OFF;
    }

    private static Keyboard cancel(LeaveVisit visit) {
        return Keyboard.row(visit.button("button.cancel", visit.data("list")));
    }
}
