package org.panfeng.report;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.mailbox.Rereading;
import org.panfeng.mailbox.SetAside;

/** What was set aside: the list below {@code /status}, which shows nothing of what people wrote, and the request to try it again. */
final class SetAsideButtons implements ButtonHandler {
    private static final String PREFIX = "aside";
    private static final int SHOWN = 10;
    private static final int PER_ROW = 5;
    private static final Pattern CLASS = Pattern.compile("^(?:[a-z_$][\\w$]*\\.)+([A-Z]\\w*)");

    private final SetAside setAside;
    private final Rereading rereading;
    private final ZoneId zone;

    SetAsideButtons(SetAside setAside, Rereading rereading, ZoneId zone) {
        this.setAside = setAside;
        this.rereading = rereading;
        this.zone = zone;
    }

    static Keyboard look(Language language) {
        return Keyboard.row(new Button(Texts.plain(language, "aside.look"), PREFIX + ":list"));
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
        SetAside.Asker asker = new SetAside.Asker(turn.chatId(), turn.language().code());
        switch (data.word(0)) {
            case "list" -> list(turn);
            case "one" -> turn.toast(setAside.request(data.number(1), asker) ? "aside.trying" : "aside.gone");
            case "all" -> turn.toast(setAside.requestAll(asker) > 0 ? "aside.trying" : "aside.gone");
            default -> turn.refuseOldButton();
        }
    }

    private void list(Turn turn) {
        Language language = turn.language();
        List<SetAside.Kept> oldest = setAside.oldest(SHOWN);
        if (oldest.isEmpty()) {
            turn.toast("aside.none");
            return;
        }
        StringBuilder html = new StringBuilder(Texts.html(language, "aside.title", setAside.count()));
        List<Button> buttons = new ArrayList<>();
        for (SetAside.Kept kept : oldest) {
            int number = buttons.size() + 1;
            html.append("\n").append(line(language, number, kept));
            buttons.add(new Button(Texts.plain(language, "aside.try-one", number), PREFIX + ":one:" + kept.updateId()));
        }
        html.append("\n\n").append(Texts.html(language, "aside.note"));
        turn.send(Content.html(html.toString()), keyboard(language, buttons));
    }

    private static Keyboard keyboard(Language language, List<Button> buttons) {
        Keyboard keyboard = Keyboard.NONE;
        for (int i = 0; i < buttons.size(); i += PER_ROW) {
            keyboard = keyboard.and(new Keyboard(List.of(buttons.subList(i, Math.min(i + PER_ROW, buttons.size())))));
        }
        return keyboard.and(Keyboard.row(new Button(Texts.plain(language, "aside.try-all"), PREFIX + ":all")));
    }

    private String line(Language language, int number, SetAside.Kept kept) {
        ZonedDateTime at = kept.at().atZone(zone);
        return Texts.html(
                language,
                "aside.line",
                number,
                Dates.day(language, at.toLocalDate()) + " " + Dates.time(at.toLocalTime()),
                Texts.plain(language, "aside.kind." + kind(kept)),
                new Html(error(language, kept.error())));
    }

    private String kind(SetAside.Kept kept) {
        Intake.Arrival arrival = rereading.read(kept.updateId(), kept.raw());
        if (!(arrival instanceof Intake.Readable readable)) {
            return "unreadable";
        }
        Incoming incoming = readable.incoming();
        if (incoming instanceof Incoming.Text text) {
            return text.text().startsWith("/") ? "command" : "text";
        } else if (incoming instanceof Incoming.Tap) {
            return "tap";
        }
        return incoming.getClass().getSimpleName().toLowerCase(Locale.ROOT).equals("unreadable") ? "picture" : "other";
    }

    /** Of an exception only its class is shown: the rest of it can hold what a person wrote. */
    private static String error(Language language, String error) {
        Matcher matcher = CLASS.matcher(error);
        if (!matcher.find() || matcher.group(1).equals("IllegalArgumentException")) {
            return Texts.html(language, "aside.why.unreadable");
        }
        String key = error.contains("jdbi") || error.contains("sql") ? "aside.why.database" : "aside.why.defect";
        return Texts.html(language, key, matcher.group(1));
    }
}
