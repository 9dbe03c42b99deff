package org.panfeng.people;

import java.util.List;
import java.util.stream.Collectors;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/** Somebody's leave as it is shown, to themselves or to an admin. */
final class LeavePanel {
    /** So long after its end leave is still shown, so that an admin can take it back. */
    private static final int DAYS_BACK = 62;
    /** The fewest lines that hardly anybody has; more would not fit into a message. */
    private static final int MOST_LINES = 20;

    private final Absences absences;
    private final StudyDates dates;
    private final LeaveChoice choice;

    LeavePanel(Absences absences, StudyDates dates, LeaveChoice choice) {
        this.absences = absences;
        this.dates = dates;
        this.choice = choice;
    }

    /** The present absences, those to come and those of the last weeks, each with what can be done about it. */
    PeoplePanel.View list(LeaveVisit visit) {
        return list(visit, "", Keyboard.NONE);
    }

    PeoplePanel.View list(LeaveVisit visit, LeaveNews news) {
        return list(visit, news.words(visit) + "\n\n", news.undo(visit));
    }

    private PeoplePanel.View list(LeaveVisit visit, String news, Keyboard undo) {
        List<Absence> all = absences.notOver(visit.person().id(), visit.today().minusDays(DAYS_BACK));
        List<Absence> shown = all.subList(0, Math.min(MOST_LINES, all.size()));
        String lines = shown.stream().map(absence -> line(visit, absence)).collect(Collectors.joining("\n"));
        String title = Texts.html(
                visit.language(), visit.key("leave.title."), visit.person().name());
        String text = title + "\n"
                + (lines.isEmpty() ? Texts.html(visit.language(), "leave.none") : lines)
                + (all.size() > shown.size() ? "\n… + " + (all.size() - shown.size()) : "")
                + "\n\n" + Texts.html(visit.language(), visit.key("leave.note."));
        return new PeoplePanel.View(
                Content.html(news + text),
                undo.and(new Keyboard(buttons(visit, shown)))
                        .and(Keyboard.row(entering(visit)))
                        .and(back(visit)));
    }

    /** Whether leave that is over is really to be taken back, and what that would do. */
    PeoplePanel.View question(LeaveVisit visit, Absence leave, StreakChange foreseen) {
        String text = Texts.html(
                        visit.language(),
                        visit.key("leave.take-back."),
                        span(visit.language(), leave),
                        visit.person().name())
                + foreseen.line(visit.language(), "leave.streak.would");
        Button confirm =
                visit.button("leave.drop", visit.data("drop", leave.id().value()));
        return new PeoplePanel.View(
                Content.html(text),
                Keyboard.row(confirm).and(Keyboard.row(visit.button("people.back", visit.data("list")))));
    }

    private String line(LeaveVisit visit, Absence absence) {
        Language language = visit.language();
        if (absence.kind() == Absence.Kind.SUSPENSION) {
            return suspension(language, absence);
        }
        String state = absence.state() == Absence.State.ASKED
                ? "asked"
                : absence.isOver(visit.today()) ? "over" : absence.covers(visit.today()) ? "now" : "coming";
        return Texts.html(
                language,
                "leave.line",
                span(language, absence),
                studyDays(absence),
                Texts.plain(language, "leave.state." + state));
    }

    /** 17 Nov, as long as nobody knows until when. */
    static String suspension(Language language, Absence absence) {
        return absence.lastDay().isPresent()
                ? Texts.html(language, "leave.suspension.until", span(language, absence))
                : Texts.html(language, "leave.suspension", Dates.day(language, absence.firstDay()));
    }

    static String span(Language language, Absence absence) {
        return span(language, absence.days());
    }

    static String span(Language language, DayRange days) {
        return Dates.span(language, days.first(), days.last());
    }

    int studyDays(Absence absence) {
        return dates.studyDays(absence.days().first(), absence.days().last()).size();
    }

    private List<List<Button>> buttons(LeaveVisit visit, List<Absence> shown) {
        return shown.stream()
                .filter(absence -> canEnd(visit, absence))
                .map(absence -> buttons(visit, absence))
                .toList();
    }

    /**
     * Whether it is for this visitor to end an absence or to take it back. Leave that is over loses its days, so its own person takes back
     * only what they could enter again at once.
     */
    boolean canEnd(LeaveVisit visit, Absence absence) {
        if (absence.kind() != Absence.Kind.LEAVE) {
            return false;
        }
        return absence.state() == Absence.State.ASKED
                || absence.state() == Absence.State.VALID
                        && !(absence.isOver(visit.today()) && choice.wantsApproval(visit, absence.days()));
    }

    private static List<Button> buttons(LeaveVisit visit, Absence absence) {
        String span = span(visit.language(), absence);
        if (absence.state() == Absence.State.ASKED && !visit.isOwn()) {
            return List.of(
                    new Button("✅ " + span, LeaveRequests.data("yes", absence)),
                    new Button("✖️ " + span, LeaveRequests.data("no", absence)));
        }
        boolean isBegun = absence.state() == Absence.State.VALID && absence.covers(visit.today());
        String end = visit.data("end", absence.id().value());
        return List.of(isBegun ? visit.button(visit.key("leave.back."), end) : new Button("✖️ " + span, end));
    }

    private static Button entering(LeaveVisit visit) {
        String month = visit.today().toString().substring(0, 7);
        return visit.button(visit.key("leave.new."), visit.data("new", month));
    }

    private static Keyboard back(LeaveVisit visit) {
        return visit.isOwn()
                ? Keyboard.NONE
                : Keyboard.row(visit.button("people.back", PersonButtons.showing(visit.person())));
    }
}
