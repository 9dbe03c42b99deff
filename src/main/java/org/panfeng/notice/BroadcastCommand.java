package org.panfeng.notice;

import java.util.List;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.people.Staff;

/** {@code /broadcast}: a notice to everybody, with a preview before anything goes out. */
final class BroadcastCommand implements Command, ButtonHandler, PromptHandler {
    /** Leaves room for the heading in a message of 4,096 characters. */
    private static final int LONGEST = 3_800;

    private final Notices notices;
    private final Broadcast broadcast;
    private final Progress progress;

    BroadcastCommand(Notices notices, Broadcast broadcast, Progress progress) {
        this.notices = notices;
        this.broadcast = broadcast;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public String prefix() {
        return "notice";
    }

    @Override
    public String kind() {
        return "notice";
    }

    @Override
    public Role from() {
        return Role.ADMIN;
    }

    @Override
    public void run(Turn turn, String words) {
        if (words.isEmpty()) {
            turn.ask(kind(), "");
            turn.say(stop(turn.language()), "notice.type");
        } else {
            preview(turn, words);
        }
    }

    private static Keyboard stop(Language language) {
        return Keyboard.row(new Button(Texts.plain(language, "button.cancel"), "notice:stop"));
    }

    @Override
    public Role answeredBy() {
        return Role.ADMIN;
    }

    @Override
    public void answered(Turn turn, String payload, String words) {
        preview(turn, words);
    }

    private void preview(Turn turn, String body) {
        Staff.Audience audience = broadcast.audience();
        if (body.length() > LONGEST) {
            turn.ask(kind(), "");
            turn.say(stop(turn.language()), "notice.too-long", body.length(), LONGEST);
            return;
        }
        if (audience.reachable() == 0) {
            turn.say("notice.nobody");
            return;
        }
        NoticeId id = notices.draft(turn.speaker().sender().id(), turn.chatId(), body, turn.now());
        Language language = turn.language();
        turn.send(Broadcast.content(body, language), Keyboard.NONE);
        turn.say(
                controls(language, id),
                "notice.preview",
                audience.reachable(),
                new Html(unreachable(language, audience)),
                Progress.duration(language, broadcast.duration(audience.reachable())));
    }

    private static String unreachable(Language language, Staff.Audience audience) {
        long out = audience.everybody() - audience.reachable();
        return out == 0 ? "" : Texts.html(language, "notice.preview.unreachable", out);
    }

    private static Keyboard controls(Language language, NoticeId id) {
        return new Keyboard(List.of(
                List.of(
                        new Button(Texts.plain(language, "notice.send"), "notice:send:" + id.value()),
                        new Button(Texts.plain(language, "button.cancel"), "notice:cancel:" + id.value())),
                List.of(new Button(Texts.plain(language, "notice.to-me"), "notice:me:" + id.value()))));
    }

    @Override
    public Role pressedBy() {
        return Role.ADMIN;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        if (data.word(0).equals("stop")) {
            turn.stopAsking(kind());
            turn.edit(Keyboard.NONE, "notice.cancelled");
        } else {
            notices.withId(new NoticeId(data.number(1)))
                    .ifPresentOrElse(notice -> pressed(turn, data.word(0), notice), () -> turn.refuseOldButton());
        }
    }

    private void pressed(Turn turn, String button, Notice notice) {
        if (notice.state() != Notice.State.DRAFT) {
            turn.alert("notice.state." + notice.state().name().toLowerCase(java.util.Locale.ROOT));
            return;
        }
        switch (button) {
            case "send" -> send(turn, notice);
            case "me" -> {
                turn.toast("notice.sent-to-you");
                turn.edit(Keyboard.NONE, "notice.sent-to-you");
                turn.send(Broadcast.content(notice.body(), turn.language()), Keyboard.NONE);
                turn.say(controls(turn.language(), notice.id()), "notice.sent-to-me");
            }
            case "cancel" -> {
                notices.cancel(notice.id());
                turn.edit(Keyboard.NONE, "notice.cancelled");
            }
            default -> turn.refuseOldButton();
        }
    }

    private void send(Turn turn, Notice notice) {
        if (!broadcast.send(notice, turn.now())) {
            turn.alert("notice.state.sending");
            return;
        }
        turn.pressedMessage().ifPresent(message -> notices.controlledBy(notice.id(), message));
        progress.show(notices.withId(notice.id()).orElseThrow(), turn.language(), turn.now());
    }
}
