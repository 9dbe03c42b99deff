package org.panfeng.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Sender;

/** Tells those who are about to handle a batch what is in it, so that they read at once what each of its updates needs. */
final class Foresight {
    private final Prompts prompts;
    private final Speakers speakers;
    private final Commands commands;
    private final Map<String, ButtonHandler> buttons;

    Foresight(Prompts prompts, Speakers speakers, Commands commands, Map<String, ButtonHandler> buttons) {
        this.prompts = prompts;
        this.speakers = speakers;
        this.commands = commands;
        this.buttons = buttons;
    }

    void of(Collection<Incoming> all, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        speakers.foresee(all.stream().map(Incoming::from).distinct().toList());
        prompts.foresee(all.stream().map(Incoming::chatId).collect(Collectors.toSet()));
        Map<ButtonHandler, List<ButtonData>> pressed = new HashMap<>();
        Map<Command, List<Sender>> askers = new HashMap<>();
        for (Incoming one : all) {
            if (one instanceof Incoming.Tap tap && buttons.containsKey(ButtonData.prefix(tap.data()))) {
                pressed.computeIfAbsent(buttons.get(ButtonData.prefix(tap.data())), handler -> new ArrayList<>())
                        .add(ButtonData.of(tap.data()));
            } else if (one instanceof Incoming.Text text && Slash.is(text.text())) {
                commands.named(Slash.of(text.text()).name())
                        .ifPresent(command -> askers.computeIfAbsent(command, unasked -> new ArrayList<>())
                                .add(text.from()));
            }
        }
        pressed.forEach(ButtonHandler::foresee);
        askers.forEach((command, senders) -> command.foresee(senders, now));
    }
}
