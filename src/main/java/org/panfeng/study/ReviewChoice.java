package org.panfeng.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.panfeng.programme.Theme;

/** Which old questions a review asks. The same past makes the same choice. */
final class ReviewChoice {
    static final int QUESTIONS = 4;

    /** Lessons that rested longest come first; within a lesson what was asked least, and of that what most got wrong. */
    private static final Comparator<OldQuestion> MOST_WANTED = Comparator.comparing(OldQuestion::lessonLast)
            .thenComparing(OldQuestion::times)
            .thenComparing(Comparator.comparing(OldQuestion::wrong).reversed())
            .thenComparing(OldQuestion::last);

    private ReviewChoice() {}

    /**
     * Chooses from as many lessons and themes as there are, and what the latest study day asked only where nothing else is left. So two days
     * running never ask the same, unless there is a single question.
     *
     * @param all the questions there are, in the order of the syllabus; at least one
     * @return in the order in which they are to be asked
     */
    static List<QuestionRef> of(List<OldQuestion> all) {
        List<OldQuestion> left = new ArrayList<>(all);
        List<String> lessons = new ArrayList<>();
        List<Theme> themes = new ArrayList<>();
        Comparator<OldQuestion> next = Comparator.comparing(OldQuestion::wasJustAsked)
                .thenComparing(question ->
                        Collections.frequency(lessons, question.ref().lessonId()))
                .thenComparing(question -> Collections.frequency(themes, question.theme()))
                .thenComparing(MOST_WANTED);
        List<QuestionRef> chosen = new ArrayList<>();
        for (int size = size(all); chosen.size() < size; ) {
            OldQuestion best = left.stream().min(next).orElseThrow();
            left.remove(best);
            lessons.add(best.ref().lessonId());
            themes.add(best.theme());
            chosen.add(best.ref());
        }
        return chosen;
    }

    /** Where the latest study day asked all there are, one rests today. */
    private static int size(List<OldQuestion> all) {
        boolean wouldRepeat = all.size() <= QUESTIONS && all.stream().allMatch(OldQuestion::wasJustAsked);
        return wouldRepeat ? Math.max(1, all.size() - 1) : Math.min(QUESTIONS, all.size());
    }
}
