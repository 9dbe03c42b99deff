package org.panfeng.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;

/**
 * One thing a person did and what they are told in return. All that is said goes through the outbox, in the transaction in which the
 * turn is taken, and leaves after its commit.
 */
public final class Turn {
    private static final int LONGEST_TOAST = 200;

    private final Incoming incoming;
    private final Speaker speaker;
    private final Instant now;
    private final Outbox outbox;
    private final Prompts prompts;
    private final Set<String> patientPrompts;
    private boolean acknowledged;

    Turn(Incoming incoming, Speaker speaker, Instant now, Outbox outbox, Prompts prompts, Set<String> patientPrompts) {
        this.incoming = incoming;
        this.speaker = speaker;
        this.now = now;
        this.outbox = outbox;
        this.prompts = prompts;
        this.patientPrompts = patientPrompts;
    }

    public Speaker speaker() {
        return speaker;
    }

    public Language language() {
        return speaker.language();
    }

    /** When the bot received what the person did: the instant that counts. */
    public Instant now() {
        return now;
    }

    public long chatId() {
        return incoming.chatId();
    }

    /** Says a text, in the speaker's language. */
    public void say(String key, Object... args) {
        say(Keyboard.NONE, key, args);
    }

    public void say(Keyboard keyboard, String key, Object... args) {
        send(Content.html(Texts.html(language(), key, args)), keyboard);
    }

    /** Sends a message. */
    public void send(Content content, Keyboard keyboard) {
        outbox.post(Lane.REPLY, chatId(), Outgoing.send(content, keyboard), Topic.NONE);
    }

    /** Puts this in place of the message whose button was pressed; where no button was, sends a new one. */
    public void edit(Content content, Keyboard keyboard) {
        pressed()
                .ifPresentOrElse(
                        tap -> outbox.post(
                                Lane.REPLY,
                                chatId(),
                                new Outgoing.Edit(tap.messageId(), content, keyboard),
                                Topic.NONE),
                        () -> send(content, keyboard));
    }

    public void edit(Keyboard keyboard, String key, Object... args) {
        edit(Content.html(Texts.html(language(), key, args)), keyboard);
    }

    /** Shows a line that passes by; the tap counts as acknowledged. Where no button was pressed, it is said as a message. */
    public void toast(String key, Object... args) {
        acknowledge(Texts.plain(language(), key, args), false);
    }

    /** Shows a text that stays until it is closed. */
    public void alert(String key, Object... args) {
        acknowledge(Texts.plain(language(), key, args), true);
    }

    /** The button means nothing any more: says so, and where to go on. */
    public void refuseOldButton() {
        toast(speaker.role() == Role.GUEST ? "button.old.guest" : "button.old");
    }

    /** Tells somebody who does not take part how to join. */
    public void sayHowToJoin() {
        say(speaker.role() == Role.ADMIN ? "not-enrolled.admin" : "not-enrolled");
    }

    private void acknowledge(String text, boolean alert) {
        Optional<Incoming.Tap> tap = pressed();
        if (tap.isEmpty() || tap.get().isStale()) {
            if (!text.isEmpty()) {
                send(Content.html(Html.escape(text)), Keyboard.NONE);
            }
        } else if (!acknowledged) {
            acknowledged = true;
            String fitting = Graphemes.cut(text, LONGEST_TOAST);
            outbox.post(Lane.REPLY, 0, new Outgoing.Toast(tap.get().tapId(), fitting, alert), Topic.NONE);
        }
    }

    /** Asks for words: the next ones the person types go to the handler of this kind. */
    public void ask(String kind, String payload) {
        stopAsking();
        prompts.open(chatId(), kind, payload, now);
    }

    /** Puts away whatever was asked and does not wait patiently. */
    void stopAsking() {
        prompts.closeAllBut(chatId(), patientPrompts);
    }

    public void stopAsking(String kind) {
        prompts.close(chatId(), kind);
    }

    /** A button's spinner turns until its tap is acknowledged, so a turn without a word of its own ends with an empty one. */
    void end() {
        if (pressed().isPresent() && !acknowledged) {
            acknowledge("", false);
        }
    }

    /** The message whose button was pressed. */
    public Optional<Long> pressedMessage() {
        return pressed().map(Incoming.Tap::messageId);
    }

    private Optional<Incoming.Tap> pressed() {
        return incoming instanceof Incoming.Tap tap ? Optional.of(tap) : Optional.empty();
    }
}
