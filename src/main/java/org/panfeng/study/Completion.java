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
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;

/** What the last answer of a task brings about: the day is done, the streak grows, and the person hears how it went. */
final class Completion {
    private final Tasks tasks;
    private final Ledger ledger;
    private final Streaks streaks;
    private final Timetable timetable;

    Completion(Tasks tasks, Ledger ledger, Streaks streaks, Timetable timetable) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.streaks = streaks;
        this.timetable = timetable;
    }

    void complete(Task task, Person person, Instant at) {
        if (!tasks.done(task.id(), at)) {
            return;
        }
        // Held before the ledger is written, as the closing of a day does: they would wait for each other otherwise.
        Streak before = streaks.held(person.id());
        Entry entry = new Entry(task.day(), DayState.DONE, Reason.ANSWERED);
        boolean isNew =
                ledger.done(new Ledger.Line(person.id(), person.department().map(DepartmentId::value), entry));
        boolean isLatest = isNew && !ledger.hasAfter(person.id(), task.day());
        Streak after = isLatest ? before.then(DayState.DONE) : Streak.of(ledger.of(person.id()));
        streaks.grow(person.id(), task.day(), before, after);
    }

    Content summary(Task task, Person person, Assignment assignment, List<Answer> answers) {
        Language language = person.language();
        long right = assignment.right(answers);
        Streak streak = streaks.of(person.id());
        String score = right == assignment.size() ? "summary.all-right" : "summary.score";
        return Content.html(Texts.html(
                language,
                "summary",
                Dates.day(language, task.day()),
                new Html(Texts.html(language, score, right, assignment.size())),
                streak.current(),
                streak.longest(),
                new Html(nextDay(task.day(), language))));
    }

    /** The sentence that says when the next task comes. */
    String nextDay(LocalDate after, Language language) {
        Optional<LocalDate> next = timetable.nextStudyDay(after);
        return next.isPresent()
                ? Texts.html(language, "next-day", Dates.day(language, next.get()))
                : Texts.html(language, "next-day.none");
    }
}
