package org.panfeng.calendar;

import org.panfeng.chat.Command;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.programme.Timetable;

/** {@code /calendar}: the next weeks, and what can be changed about them. With a date, a kind and a name the preview comes at once. */
record CalendarCommand(Timetable timetable, CalendarDesk desk) implements Command {
    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Role from() {
        return Role.ADMIN;
    }

    @Override
    public void run(Turn turn, String words) {
        if (words.isEmpty()) {
            desk.show(turn);
            return;
        }
        TypedEntry entry = TypedEntry.read(words, timetable.dateOf(turn.now()));
        entry.change()
                .ifPresentOrElse(
                        change -> desk.preview(turn, new CalendarPlan(CalendarPlan.What.ADD, change)),
                        () -> turn.send(Content.html(explained(entry, turn.language())), Keyboard.NONE));
    }

    /** What is wrong, where that can be said, and how it is written. */
    private static String explained(TypedEntry entry, Language language) {
        String usage = Texts.html(language, "calendar.how-typed");
        return entry.mistake()
                .map(mistake -> Texts.html(language, mistake, entry.of()) + "\n" + usage)
                .orElse(usage);
    }
}
