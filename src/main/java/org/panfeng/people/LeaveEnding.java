package org.panfeng.people;

import java.util.Optional;
import org.panfeng.chat.Turn;

/** Leave ends sooner than it was to, or is taken back, by the person themselves or by an admin for them. */
final class LeaveEnding {
    private final Absences absences;
    private final LeavePanel panel;
    private final LeaveChoice choice;
    private final LeaveEffects effects;
    private final LeaveLetters letters;

    LeaveEnding(Absences absences, LeavePanel panel, LeaveChoice choice, LeaveEffects effects, LeaveLetters letters) {
        this.absences = absences;
        this.panel = panel;
        this.choice = choice;
        this.effects = effects;
        this.letters = letters;
    }

    /**
     * Ends this leave, if it is still there.
     *
     * @param isConfirmed whether the visitor has been asked; what is over is not taken back by a single tap, for that can cost a streak
     */
    void pressed(Turn turn, LeaveVisit visit, AbsenceId id, boolean isConfirmed) {
        absences.hold(visit.person().id());
        Optional<Absence> found = absences.withId(id)
                .filter(absence -> absence.person().equals(visit.person().id()))
                .filter(absence -> panel.canEnd(visit, absence));
        if (found.isEmpty()) {
            turn.toast("leave.gone");
            LeaveButtons.show(turn, panel.list(visit));
        } else if (found.get().isValid() && found.get().isOver(visit.today()) && !isConfirmed) {
            StreakChange foreseen = effects.ofTakingBack(found.get(), turn.now());
            LeaveButtons.show(turn, panel.question(visit, found.get(), foreseen));
        } else {
            end(turn, visit, found.get());
        }
    }

    private void end(Turn turn, LeaveVisit visit, Absence absence) {
        boolean isBegun = absence.isValid() && absence.covers(visit.today());
        boolean isShortened = isBegun && absence.firstDay().isBefore(visit.today());
        StreakChange change =
                effects.of(absence.person(), absence.days(), turn.now(), () -> end(turn, visit, absence, isShortened));
        if (absence.state() == Absence.State.ASKED) {
            letters.withdraw(visit.person(), absence, turn.speaker().sender().id());
        }
        String stem = isBegun ? "leave.ended." : "leave.cancelled.";
        if (!visit.isOwn()) {
            letters.tell(visit.person(), stem + "for-you", absence.days(), change);
        }
        boolean isUndoable = absence.isValid() && !isShortened && !choice.wantsApproval(visit, absence.days());
        LeaveNews news = new LeaveNews(visit.key(stem), absence.days(), change, isUndoable);
        LeaveButtons.show(turn, panel.list(visit, news));
    }

    /** Leave that has begun ends with yesterday, so that today counts again; what has not, or never held, disappears. */
    private void end(Turn turn, LeaveVisit visit, Absence absence, boolean isShortened) {
        if (isShortened) {
            absences.endWith(absence, Optional.of(visit.today().minusDays(1)), turn.now());
        } else {
            absences.become(
                    Absence.State.CANCELLED, absence, turn.speaker().sender().id(), turn.now());
        }
    }
}
