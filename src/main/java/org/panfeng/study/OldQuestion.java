package org.panfeng.study;

import java.time.LocalDate;
import org.panfeng.programme.Theme;

/**
 * A question that was asked before, and what became of it.
 *
 * @param theme of its lesson
 * @param times on how many study days it was asked, in its lesson or in a review
 * @param last when it was asked last
 * @param lessonLast when any question of its lesson was asked last
 * @param wrong the share of the answers that were wrong, from 0 to 1
 * @param wasJustAsked whether it was asked on the latest study day
 */
record OldQuestion(
        QuestionRef ref,
        Theme theme,
        int times,
        LocalDate last,
        LocalDate lessonLast,
        double wrong,
        boolean wasJustAsked) {}
