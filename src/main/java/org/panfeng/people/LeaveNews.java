package org.panfeng.people;

import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard;

/**
 * What has just been done about somebody's leave.
 *
 * @param key of a text with the dates
 * @param isUndoable whether the visitor can enter the same leave again at once
 */
record LeaveNews(String key, DayRange days, StreakChange change, boolean isUndoable) {

    /** As HTML. */
    String words(LeaveVisit visit) {
        return Texts.html(visit.language(), key, LeavePanel.span(visit.language(), days))
                + change.line(visit.language(), visit.key("leave.streak."));
    }

    Keyboard undo(LeaveVisit visit) {
        return isUndoable
                ? Keyboard.row(visit.button("leave.undo", visit.data("take", days.first(), days.last())))
                : Keyboard.NONE;
    }
}
