package org.panfeng.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/** The leave that people have asked for: one tap of one admin decides, whoever taps later hears what was decided. */
final class LeaveRequests implements ButtonHandler {
    private static final String PREFIX = "wish";
    private static final int PER_PAGE = 8;

    private final Staff staff;
    private final Absences absences;
    private final LeaveEffects effects;
    private final LeaveLetters letters;

    LeaveRequests(Staff staff, Absences absences, LeaveEffects effects, LeaveLetters letters) {
        this.staff = staff;
        this.absences = absences;
        this.effects = effects;
        this.letters = letters;
    }

    static String data(String verb, Absence asked) {
        return PREFIX + ":" + verb + ":" + asked.id().value();
    }

    /** The way to those that still wait, if there are any. */
    static List<Button> waiting(Language language, long count) {
        return count == 0
                ? List.of()
                : List.of(new Button(Texts.plain(language, "leave.requests", count), PREFIX + ":all"));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Role pressedBy() {
        return Role.ADMIN;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        switch (data.word(0)) {
            case "all" -> list(turn);
            case "yes" -> decide(turn, data, Absence.State.VALID);
            case "no" -> decide(turn, data, Absence.State.REFUSED);
            default -> turn.refuseOldButton();
        }
    }

    private void list(Turn turn) {
        List<Absence> asked = absences.asked(PER_PAGE);
        StringBuilder text =
                new StringBuilder(Texts.html(turn.language(), "leave.requests.list", absences.countAsked()));
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            text.append('\n')
                    .append(i + 1)
                    .append(". ")
                    .append(words(turn.language(), asked.get(i)))
                    .append(effects.ofAgreeing(asked.get(i), turn.now()).line(turn.language(), "leave.streak.would"));
            buttons.add(new Button("✅ " + (i + 1), data("yes", asked.get(i))));
            buttons.add(new Button("✖️ " + (i + 1), data("no", asked.get(i))));
        }
        turn.edit(
                Content.html(text.toString()),
                Keyboard.grid(buttons, 2)
                        .and(Keyboard.row(new Button(
                                Texts.plain(turn.language(), "people.back"), PeopleButtons.PREFIX + ":all:0"))));
    }

    private Html words(Language language, Absence asked) {
        Person person = staff.withId(asked.person()).orElseThrow();
        return letters.wish(language, person, asked);
    }

    private void decide(Turn turn, ButtonData data, Absence.State state) {
        Optional<Absence> found =
                absences.withId(new AbsenceId(data.number(1))).filter(absence -> absence.kind() == Absence.Kind.LEAVE);
        if (found.isEmpty()) {
            turn.refuseOldButton();
            return;
        }
        absences.hold(found.get().person());
        Absence asked = absences.withId(found.get().id()).orElseThrow();
        StreakChange change = StreakChange.NONE;
        if (asked.state() == Absence.State.ASKED) {
            change = decide(turn, asked, state);
        } else {
            turn.alert("leave.already." + outcome(asked), decider(turn, asked));
        }
        show(turn, absences.withId(asked.id()).orElseThrow(), change);
    }

    private StreakChange decide(Turn turn, Absence asked, Absence.State state) {
        long by = turn.speaker().sender().id();
        StreakChange change = effects.of(
                asked.person(), asked.days(), turn.now(), () -> absences.become(state, asked, by, turn.now()));
        Person person = staff.withId(asked.person()).orElseThrow();
        letters.tell(person, state == Absence.State.VALID ? "leave.approved" : "leave.declined", asked.days(), change);
        return change;
    }

    private void show(Turn turn, Absence decided, StreakChange change) {
        String text = Texts.html(
                        turn.language(),
                        "leave.decided." + outcome(decided),
                        words(turn.language(), decided),
                        decider(turn, decided))
                + change.line(turn.language(), "leave.streak.of");
        turn.edit(Content.html(text), Keyboard.column(waiting(turn.language(), absences.countAsked())));
    }

    private static String outcome(Absence decided) {
        return decided.state().name().toLowerCase(Locale.ROOT);
    }

    private String decider(Turn turn, Absence decided) {
        return letters.name(decided.decidedBy().orElse(decided.askedBy()), turn.language());
    }
}
