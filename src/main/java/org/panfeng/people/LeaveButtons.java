package org.panfeng.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;

/** The buttons with which leave is taken and ended, by the person themselves or by an admin for them. */
final class LeaveButtons implements ButtonHandler {
    static final String PREFIX = "leave";

    private final Staff staff;
    private final Absences absences;
    private final StudyDates dates;
    private final LeavePanel panel;
    private final LeaveChoice choice;
    private final LeaveEffects effects;
    private final LeaveLetters letters;
    private final LeaveEnding ending;

    LeaveButtons(
            Staff staff,
            Absences absences,
            StudyDates dates,
            LeavePanel panel,
            LeaveChoice choice,
            LeaveEffects effects,
            LeaveLetters letters) {
        this.staff = staff;
        this.absences = absences;
        this.dates = dates;
        this.panel = panel;
        this.choice = choice;
        this.effects = effects;
        this.letters = letters;
        this.ending = new LeaveEnding(absences, panel, choice, effects, letters);
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
            case "end" -> ending.pressed(turn, visit, new AbsenceId(data.number(2)), false);
            case "drop" -> ending.pressed(turn, visit, new AbsenceId(data.number(2)), true);
            default -> turn.refuseOldButton();
        }
    }

    static void show(Turn turn, PeoplePanel.View view) {
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
            enter(turn, visit, days);
        }
    }

    private void enter(Turn turn, LeaveVisit visit, DayRange days) {
        long by = turn.speaker().sender().id();
        if (choice.wantsApproval(visit, days)) {
            letters.ask(visit.person(), absences.ask(visit.person().id(), days, by, turn.now()));
            show(turn, panel.list(visit, new LeaveNews("leave.asked", days, StreakChange.NONE, false)));
            return;
        }
        PersonId person = visit.person().id();
        StreakChange change = effects.of(person, days, turn.now(), () -> absences.grant(person, days, by, turn.now()));
        if (!visit.isOwn()) {
            letters.tell(visit.person(), "leave.entered-for-you", days, change);
        }
        show(turn, panel.list(visit, new LeaveNews(visit.key("leave.taken."), days, change, false)));
    }
}
