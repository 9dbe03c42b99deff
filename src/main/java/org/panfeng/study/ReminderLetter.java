package org.panfeng.study;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.study.Rescues.Rescue;

/**
 * What a reminder says: how much is left, and what becomes of the streak. Many people are told the same.
 *
 * @param left questions
 * @param isWelcome whether somebody is asked back who has been away for some time
 * @param streak 0 where there is none to speak of
 * @param freezes held, where there is a streak
 * @param rescue what was missed and can still be made up
 */
record ReminderLetter(
        Language language, int left, boolean isWelcome, int streak, int freezes, Optional<Rescue> rescue) {

    static ReminderLetter of(DayTasks.Unfinished person, int left, Habit habit, Optional<Rescue> rescue) {
        Streak streak = person.streak();
        return new ReminderLetter(
                person.language(),
                left,
                habit == Habit.RESTING,
                streak.current(),
                streak.current() == 0 ? 0 : streak.freezes(),
                rescue);
    }

    Outgoing write(LocalDate day, LocalTime dayEndsAt) {
        String words = Texts.html(language, isWelcome ? "reminder.back" : "reminder", left, Dates.time(dayEndsAt));
        return Outgoing.send(Content.html(words + consequence()), LessonMessage.start(day, language));
    }

    /** What becomes of the streak; with today's lesson it is a day longer than without. */
    private String consequence() {
        if (rescue.isPresent()) {
            String days = Dates.days(language, rescue.get().days());
            return "\n"
                    + Texts.html(
                            language, "reminder.make-up", days, rescue.get().streak() + 1);
        } else if (freezes > 0) {
            return "\n" + Texts.html(language, "reminder.freeze", freezes, streak);
        }
        return streak > 0 ? "\n" + Texts.html(language, "reminder.streak", streak + 1) : "";
    }
}
