package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.people.Person;
import org.panfeng.programme.Timetable;
import org.panfeng.study.Completion.Completed;

/** What a person hears when a task is done: how it went, how long the streak is, and when the next one comes. */
final class Summaries {
    private final Streaks streaks;
    private final Timetable timetable;

    Summaries(Streaks streaks, Timetable timetable) {
        this.streaks = streaks;
        this.timetable = timetable;
    }

    /**
     * The summary of a task. Of a day that is over the streak is not told again: it belongs to the present, and may have ended since.
     *
     * @param completed empty where it was done before and is only shown again
     */
    Content of(
            Task task,
            Person person,
            Assignment assignment,
            List<Answer> answers,
            Optional<Completed> completed,
            Instant now) {
        Language language = person.language();
        Html score = score(assignment, answers, language);
        if (completed.isEmpty() && task.day().isBefore(timetable.dateOf(now))) {
            return Content.html(Texts.html(language, "summary.over", Dates.day(language, task.day()), score));
        }
        Streak streak = streaks.of(person.id());
        boolean isMadeUp = completed.filter(Completed::isMadeUp).isPresent();
        return Content.html(Texts.html(
                language,
                isMadeUp ? "summary.made-up" : "summary",
                Dates.day(language, task.day()),
                score,
                streak.current(),
                streak.longest(),
                new Html(completed.map(fresh -> gain(fresh, language)).orElse("")),
                new Html(nextDay(later(task.day(), timetable.dateOf(now)), language))));
    }

    private static Html score(Assignment assignment, List<Answer> answers, Language language) {
        long right = assignment.right(answers);
        String key = right == assignment.size() ? "summary.all-right" : "summary.score";
        return new Html(Texts.html(language, key, right, assignment.size()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What the day has brought beside the day itself, on a line of its own. */
    private static String gain(Completed completed, Language language) {
        if (completed.hasEarnedFreeze()) {
            String key = completed.isMadeUp() ? "summary.freeze-back" : "summary.freeze";
            return "\n" + Texts.html(language, key, completed.after().freezes());
        }
        return completed.isNewBeginning() ? "\n" + Texts.html(language, "summary.again") : "";
    }

    /** What is said of a milestone that was reached for the first time. */
    Optional<Content> celebration(Completed completed, Language language) {
        int milestone = completed.milestone();
        return milestone == 0
                ? Optional.empty()
                : Optional.of(Content.html(
                        Texts.html(language, "milestone", milestone, Milestones.next(milestone) - milestone)));
    }

    /** The sentence that says when the next task comes. */
    String nextDay(LocalDate after, Language language) {
        Optional<LocalDate> next = timetable.nextStudyDay(after);
        return next.isPresent()
                ? Texts.html(language, "next-day", Dates.day(language, next.get()))
                : Texts.html(language, timetable.isPausedAfter(after) ? "next-day.paused" : "next-day.none");
    }
}
