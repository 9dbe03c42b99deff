package org.panfeng.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;

/** The buttons with which leave is taken and ended, by the person themselves or by an admin for them. */
final class LeaveButtons implements ButtonHandler {
    static final String PREFIX = "leave";

    private final Staff staff;
    private final Absences absences;
    private final StudyDates dates;
    private final LeavePanel panel;
    private final LeaveChoice choice;
    private final LeaveLetters letters;

    LeaveButtons(
            Staff staff,
            Absences absences,
            StudyDates dates,
            LeavePanel panel,
            LeaveChoice choice,
            LeaveLetters letters) {
        this.staff = staff;
        this.absences = absences;
        this.dates = dates;
        this.panel = panel;
        this.choice = choice;
        this.letters = letters;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        Optional<Person> person = staff.withId(new PersonId(data.number(1))).filter(Person::isEnrolled);
        boolean isOwn = person.filter(
                        whose -> whose.telegramId() == turn.speaker().sender().id())
                .isPresent();
        if (!isOwn && turn.speaker().role() != Role.ADMIN) {
            turn.toast(turn.speaker().role() == Role.GUEST ? "button.old.guest" : "leave.not-yours");
        } else if (person.isEmpty()) {
            turn.refuseOldButton();
        } else {
            pressed(turn, new LeaveVisit(person.get(), isOwn, turn.language(), dates.dateOf(turn.now())), data);
        }
    }

    private void pressed(Turn turn, LeaveVisit visit, ButtonData data) {
        switch (data.word(0)) {
            case "list" -> show(turn, panel.list(visit));
            case "new" -> show(turn, choice.first(visit, data.month(2), ""));
            case "from" -> from(turn, visit, data.date(2), data.month(3));
            case "to" -> days(turn, visit, data).ifPresent(days -> to(turn, visit, days));
            case "take" -> days(turn, visit, data).ifPresent(days -> take(turn, visit, days));
            case "end" -> end(turn, visit, new AbsenceId(data.number(2)));
            default -> turn.refuseOldButton();
        }
    }

    private static void show(Turn turn, PeoplePanel.View view) {
        turn.edit(view.content(), view.keyboard());
    }

    private void from(Turn turn, LeaveVisit visit, LocalDate first, YearMonth month) {
        if (isWithin(choice.range(visit), first)) {
            show(turn, choice.last(visit, first, month));
        } else {
            turn.refuseOldButton();
        }
    }

    private static boolean isWithin(DayRange range, LocalDate date) {
        return !date.isBefore(range.first()) && !date.isAfter(range.last());
    }

    /** What can be chosen moves on by a day each day, so a message of yesterday may hold a date too many. */
    private Optional<DayRange> days(Turn turn, LeaveVisit visit, ButtonData data) {
        DayRange range = choice.range(visit);
        LocalDate first = data.date(2);
        LocalDate last = data.date(3);
        if (last.isBefore(first) || !isWithin(range, first) || !isWithin(range, last)) {
            turn.refuseOldButton();
            return Optional.empty();
        }
        return Optional.of(new DayRange(first, last));
    }

    private void to(Turn turn, LeaveVisit visit, DayRange days) {
        show(
                turn,
                choice.objection(visit, days)
                        .map(objection -> choice.first(visit, YearMonth.from(days.first()), objection))
                        .orElseGet(() -> choice.confirm(visit, days)));
    }

    private void take(Turn turn, LeaveVisit visit, DayRange days) {
        absences.hold(visit.person().id());
        boolean isRepeated = absences.leaveWithin(visit.person().id(), days)
                .filter(known -> known.days().equals(days))
                .isPresent();
        if (isRepeated) {
            turn.toast("leave.known");
            show(turn, panel.list(visit));
        } else if (choice.objection(visit, days).isPresent()) {
            to(turn, visit, days);
        } else {
            news(turn, visit, enter(turn, visit, days));
        }
    }

    private record Entered(String key, Absence absence) {}

    private Entered enter(Turn turn, LeaveVisit visit, DayRange days) {
        PersonId person = visit.person().id();
        long by = turn.speaker().sender().id();
        if (choice.wantsApproval(visit, days)) {
            Absence asked = absences.ask(person, days, by, turn.now());
            letters.ask(visit.person(), asked);
            return new Entered("leave.asked", asked);
        }
        Absence granted = absences.grant(person, days, by, turn.now());
        if (!visit.isOwn()) {
            letters.tell(visit.person(), "leave.entered-for-you", granted);
        }
        return new Entered(visit.key("leave.taken."), granted);
    }

    private void news(Turn turn, LeaveVisit visit, Entered entered) {
        String span = LeavePanel.span(visit.language(), entered.absence());
        show(turn, panel.list(visit, Texts.html(visit.language(), entered.key(), span)));
    }

    /** Ends leave that has begun with yesterday, so that today counts again; takes back what has not, or never held. */
    private void end(Turn turn, LeaveVisit visit, AbsenceId id) {
        absences.hold(visit.person().id());
        Optional<Absence> found = absences.withId(id)
                .filter(absence -> absence.person().equals(visit.person().id()))
                .filter(absence -> panel.canEnd(visit, absence));
        if (found.isEmpty()) {
            turn.toast("leave.gone");
            show(turn, panel.list(visit));
            return;
        }
        String stem = end(turn, visit, found.get());
        if (!visit.isOwn()) {
            letters.tell(visit.person(), stem + "for-you", found.get());
        }
        news(turn, visit, new Entered(visit.key(stem), found.get()));
    }

    private String end(Turn turn, LeaveVisit visit, Absence absence) {
        boolean isBegun = absence.state() == Absence.State.VALID && absence.covers(visit.today());
        if (isBegun && absence.firstDay().isBefore(visit.today())) {
            absences.endWith(absence, Optional.of(visit.today().minusDays(1)), turn.now());
        } else {
            absences.become(
                    Absence.State.CANCELLED, absence, turn.speaker().sender().id(), turn.now());
        }
        return isBegun ? "leave.ended." : "leave.cancelled.";
    }
}
