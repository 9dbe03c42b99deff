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
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.people.Person;
import org.panfeng.programme.Timetable;
import org.panfeng.study.Completion.Completed;
import org.panfeng.study.MakeUpOffers.Offer;

/** What a person hears when a task is done: how it went, how long the streak is, and when the next one comes. */
final class Summaries {
    private final Streaks streaks;
    private final Timetable timetable;
    private final MakeUpOffers offers;

    Summaries(Streaks streaks, Timetable timetable, MakeUpOffers offers) {
        this.streaks = streaks;
        this.timetable = timetable;
        this.offers = offers;
    }

    /**
     * The summary of a task. Of a day that is over the streak is not told again: it belongs to the present, and may have ended since.
     *
     * @param completed empty where it was done before and is only shown again
     */
    Outgoing of(
            Task task,
            Person person,
            Assignment assignment,
            List<Answer> answers,
            Optional<Completed> completed,
            Instant now) {
        Language language = person.language();
        Html score = score(assignment, answers, language);
        if (completed.isEmpty() && task.day().isBefore(timetable.dateOf(now))) {
            String over = Texts.html(language, "summary.over", Dates.day(language, task.day()), score);
            return Outgoing.send(Content.html(over), Keyboard.NONE);
        }
        Optional<Offer> offer = completed.flatMap(fresh -> offer(fresh, person, now));
        Streak streak = streaks.of(person.id());
        boolean isMadeUp = completed.filter(Completed::isMadeUp).isPresent();
        String summary = Texts.html(
                language,
                isMadeUp ? "summary.made-up" : "summary",
                Dates.day(language, task.day()),
                score,
                streak.current(),
                streak.longest(),
                new Html(completed
                        .map(fresh -> gains(fresh, offer.isPresent(), language))
                        .orElse("")),
                new Html(nextDay(later(task.day(), timetable.dateOf(now)), language)));
        return Outgoing.send(
                Content.html(offer.map(more -> summary + "\n\n" + more.lines()).orElse(summary)),
                offer.map(Offer::keyboard).orElse(Keyboard.NONE));
    }

    /**
     * What is left to make up, where that is worth a word: after one was made up, or where a freeze comes back or the old streak. Whoever
     * has been away for longer is to look forward.
     */
    private Optional<Offer> offer(Completed completed, Person person, Instant now) {
        return completed.mayHaveLost()
                ? offers.left(person, now)
                        .filter(offer ->
                                completed.isMadeUp() && completed.after().current() == 0
                                        || offer.isOpen() && (offer.isRescue() || !completed.isNewBeginning()))
                : Optional.empty();
    }

    private static Html score(Assignment assignment, List<Answer> answers, Language language) {
        long right = assignment.right(answers);
        String key = right == assignment.size() ? "summary.all-right" : "summary.score";
        return new Html(Texts.html(language, key, right, assignment.size()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * What the day has brought beside the day itself, each on a line of its own.
     *
     * @param canBeSaved nobody begins anew whose old streak can still be saved
     */
    private static String gains(Completed completed, boolean canBeSaved, Language language) {
        StringBuilder gains = new StringBuilder();
        if (completed.hasMoreFreezes()) {
            String key = completed.wasFrozen() ? "summary.freeze-back" : "summary.freeze";
            gains.append('\n')
                    .append(Texts.html(language, key, completed.after().freezes()));
        }
        completed
                .frozenNext()
                .ifPresent(day -> gains.append('\n')
                        .append(Texts.html(language, "summary.freeze-moved", Dates.day(language, day))));
        if (completed.climbedAgain() > 0) {
            gains.append('\n').append(Texts.html(language, "summary.climbed-again", completed.climbedAgain()));
        }
        if (completed.isNewBeginning() && !canBeSaved) {
            gains.append('\n').append(Texts.html(language, "summary.again"));
        }
        return gains.toString();
    }

    /** What is said of a milestone that was reached for the first time. */
    Optional<Content> celebration(Completed completed, Language language) {
        int milestone = completed.milestone();
        return milestone == 0
                ? Optional.empty()
                : Optional.of(Content.html(Texts.html(
                        language,
                        "milestone",
                        milestone,
                        Milestones.next(milestone) - completed.after().current())));
    }

    /** The sentence that says when the next task comes. */
    String nextDay(LocalDate after, Language language) {
        Optional<LocalDate> next = timetable.nextStudyDay(after);
        return next.isPresent()
                ? Texts.html(language, "next-day", Dates.day(language, next.get()))
                : Texts.html(language, timetable.isPausedAfter(after) ? "next-day.paused" : "next-day.none");
    }
}
