package org.panfeng.people;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Language;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Speaker;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/** {@code /settings}: a person's own language and push time. */
final class SettingsCommand implements Command, ButtonHandler, PromptHandler {
    static final LocalTime EARLIEST = LocalTime.of(5, 0);
    static final LocalTime LATEST = LocalTime.of(22, 0);
    private static final List<LocalTime> OFFERED = List.of(
            LocalTime.of(7, 30),
            LocalTime.of(8, 0),
            LocalTime.of(8, 30),
            LocalTime.of(9, 0),
            LocalTime.of(12, 0),
            LocalTime.of(17, 30));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm");

    private final Staff staff;
    private final Menus menus;
    private final LocalTime officePushAt;

    SettingsCommand(Staff staff, Menus menus, LocalTime officePushAt) {
        this.staff = staff;
        this.menus = menus;
        this.officePushAt = officePushAt;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String prefix() {
        return "set";
    }

    @Override
    public String kind() {
        return "push-time";
    }

    @Override
    public Role from() {
        return Role.STAFF;
    }

    @Override
    public void run(Turn turn, String words) {
        person(turn).ifPresentOrElse(person -> turn.send(content(person), keyboard(person)), () -> turn.sayHowToJoin());
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        Optional<Person> person = person(turn);
        if (person.isEmpty()) {
            turn.sayHowToJoin();
            return;
        }
        switch (data.word(0)) {
            case "lang" -> {
                staff.speak(person.get().id(), data.oneOf(Language.class, 1));
                menus.show(person(turn).orElseThrow());
                show(turn);
            }
            case "push" -> {
                staff.pushAt(person.get().id(), OFFERED.get(data.below(OFFERED.size(), 1)));
                show(turn);
            }
            case "remind" -> {
                staff.remind(person.get().id(), data.below(2, 1) == 1);
                show(turn);
            }
            case "type" -> {
                turn.ask(kind(), "");
                turn.say("settings.type-time");
            }
            default -> turn.refuseOldButton();
        }
    }

    @Override
    public void answered(Turn turn, String payload, String words) {
        Optional<Person> person = person(turn);
        Optional<LocalTime> time = time(words);
        if (person.isEmpty()) {
            turn.sayHowToJoin();
        } else if (time.isEmpty()) {
            turn.ask(kind(), "");
            turn.say("settings.bad-time");
        } else {
            staff.pushAt(person.get().id(), time.get());
            turn.say("settings.push-set", TIME.format(time.get()));
        }
    }

    private static Optional<LocalTime> time(String words) {
        try {
            LocalTime time = LocalTime.parse(words.strip().replace('：', ':'), TYPED);
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Person> person(Turn turn) {
        Speaker speaker = turn.speaker();
        return staff.withTelegramId(speaker.sender().id());
    }

    private void show(Turn turn) {
        Person person = person(turn).orElseThrow();
        turn.edit(content(person), keyboard(person));
    }

    private Content content(Person person) {
        return Messages.html(
                person.language(),
                "settings.overview",
                Texts.plain(person.language(), "language.name"),
                TIME.format(person.pushAt().orElse(officePushAt)),
                Texts.plain(person.language(), staff.wantsReminder(person.id()) ? "settings.on" : "settings.off"));
    }

    private Keyboard keyboard(Person person) {
        List<Button> languages = new ArrayList<>();
        for (Language language : Language.values()) {
            languages.add(marked(
                    Texts.plain(language, "language.name"),
                    person.language() == language,
                    "set:lang:" + language.ordinal()));
        }
        List<Button> times = new ArrayList<>();
        LocalTime chosen = person.pushAt().orElse(officePushAt);
        for (int i = 0; i < OFFERED.size(); i++) {
            times.add(marked(TIME.format(OFFERED.get(i)), OFFERED.get(i).equals(chosen), "set:push:" + i));
        }
        return new Keyboard(List.of(languages))
                .and(Keyboard.grid(times, 3))
                .and(Keyboard.row(new Button(Texts.plain(person.language(), "settings.other-time"), "set:type")))
                .and(Keyboard.row(reminder(person)));
    }

    private Button reminder(Person person) {
        return staff.wantsReminder(person.id())
                ? new Button(Texts.plain(person.language(), "settings.remind-not"), "set:remind:0")
                : new Button(Texts.plain(person.language(), "settings.remind"), "set:remind:1");
    }

    private static Button marked(String label, boolean chosen, String data) {
        return new Button((chosen ? "● " : "") + label, data);
    }
}
