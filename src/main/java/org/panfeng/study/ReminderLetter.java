package org.panfeng.study;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Outgoing;

/**
 * What a reminder says: how much is left, and what becomes of the streak. Many people are told the same.
 *
 * @param left questions
 * @param isWelcome whether somebody is asked back who has been away for some time
 * @param streak 0 where there is none to speak of
 * @param freezes held, where there is a streak
 * @param lost a day that was missed and can still be made up
 */
record ReminderLetter(
        Language language, int left, boolean isWelcome, int streak, int freezes, Optional<LocalDate> lost) {

    static ReminderLetter of(DayTasks.Unfinished person, int left, Habit habit, Optional<LocalDate> lost) {
        Streak streak = person.streak();
        return new ReminderLetter(
                person.language(),
                left,
                habit == Habit.RESTING,
                streak.current(),
                streak.current() == 0 ? 0 : streak.freezes(),
                lost);
    }

    Outgoing write(LocalDate day, LocalTime dayEndsAt) {
        String words = Texts.html(language, isWelcome ? "reminder.back" : "reminder", left, Dates.time(dayEndsAt));
        if (freezes > 0) {
            words += "\n" + Texts.html(language, "reminder.freeze", freezes, streak);
        } else if (streak > 0) {
            words += "\n" + Texts.html(language, "reminder.streak", streak + 1);
        }
        if (lost.isPresent()) {
            words += "\n" + Texts.html(language, "reminder.make-up", Dates.day(language, lost.get()));
        }
        return Outgoing.send(Content.html(words), LessonMessage.start(day, language));
    }
}
