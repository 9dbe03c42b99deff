package org.panfeng.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Graphemes;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.people.Namesakes;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.PersonName;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;

/** {@code /why}: how one's streak comes about; an admin may ask it of others, by name. */
final class WhyCommand implements Command, ButtonHandler {
    static final String PREFIX = "why";
    private static final int MOST_NAMES = 8;

    private final Staff staff;
    private final Namesakes namesakes;
    private final Timetable timetable;
    private final Why why;

    WhyCommand(Staff staff, Namesakes namesakes, Timetable timetable, Why why) {
        this.staff = staff;
        this.namesakes = namesakes;
        this.timetable = timetable;
        this.why = why;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Role from() {
        return Role.STAFF;
    }

    @Override
    public void run(Turn turn, String words) {
        if (words.isEmpty()) {
            asker(turn).ifPresentOrElse(person -> show(turn, person, true), turn::sayHowToJoin);
        } else if (turn.speaker().role() == Role.ADMIN) {
            find(turn, words);
        } else {
            turn.say("why.own-only");
        }
    }

    private Optional<Person> asker(Turn turn) {
        return staff.withTelegramId(turn.speaker().sender().id()).filter(Person::isEnrolled);
    }

    private void show(Turn turn, Person person, boolean isOwn) {
        LocalDate monday = Why.latestMonday(timetable.dateOf(turn.now()));
        Why.View view = why.show(person, monday, isOwn, turn.language(), turn.now());
        turn.send(view.content(), view.keyboard());
    }

    private void find(Turn turn, String words) {
        List<Person> found = staff.named(words, MOST_NAMES + 1);
        if (found.size() == 1) {
            show(turn, found.get(0), false);
        } else if (found.isEmpty()) {
            turn.say("people.none-found", Graphemes.cut(words, PersonName.LONGEST));
        } else {
            LocalDate monday = Why.latestMonday(timetable.dateOf(turn.now()));
            turn.say(
                    namesakes.choice(
                            found.subList(0, Math.min(MOST_NAMES, found.size())),
                            turn.language(),
                            person -> PREFIX + ":" + person.id().value() + ":" + monday.toEpochDay()),
                    "why.whose",
                    Graphemes.cut(words, PersonName.LONGEST));
        }
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        LocalDate monday = KeptDays.weekOf(LocalDate.ofEpochDay(data.below(1_000_000, 1)));
        Optional<Person> person = staff.withId(new PersonId(data.number(0))).filter(Person::isEnrolled);
        if (person.isEmpty()) {
            turn.refuseOldButton();
            return;
        }
        boolean isOwn = person.get().telegramId() == turn.speaker().sender().id();
        if (isOwn || turn.speaker().role() == Role.ADMIN) {
            Why.View view = why.show(person.get(), monday, isOwn, turn.language(), turn.now());
            turn.edit(view.content(), view.keyboard());
        } else {
            turn.alert("not-for-you.admin");
        }
    }
}
