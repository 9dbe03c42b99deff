package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.people.PersonId;

/**
 * What one person has to do on one study day.
 *
 * @param shown how many questions have been shown; 0 while the quiz has not been started
 * @param ticked the options ticked so far in the multiple-choice question that is being answered, one bit each
 * @param doneAt when the last question was answered
 */
record Task(
        TaskId id,
        LocalDate day,
        PersonId person,
        String lessonId,
        Instant givenAt,
        int shown,
        int ticked,
        Optional<Instant> doneAt) {

    /** With this many questions shown and these options ticked. */
    Task with(int nowShown, int nowTicked) {
        return new Task(id, day, person, lessonId, givenAt, nowShown, nowTicked, doneAt);
    }

    Task done(Instant at) {
        return new Task(id, day, person, lessonId, givenAt, shown, ticked, Optional.of(at));
    }

    boolean isBegun() {
        return shown > 0;
    }

    boolean isDone() {
        return doneAt.isPresent();
    }
}
