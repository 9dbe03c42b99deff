package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.panfeng.programme.Syllabus;
import org.panfeng.programme.Timetable;

/** Counts the lessons that were never studied and lays them on the study days to come, one a day. */
final class Stocktaking {
    private final Timetable timetable;
    private final ProgrammeDays days;
    private final Syllabus syllabus;

    Stocktaking(Timetable timetable, ProgrammeDays days, Syllabus syllabus) {
        this.timetable = timetable;
        this.days = days;
        this.syllabus = syllabus;
    }

    LessonStock on(LocalDate today) {
        SortedMap<LocalDate, String> studied = days.lessons(today.plusDays(1));
        int ahead = syllabus.unstudied(studied.values()).size();
        boolean isChosen = studied.containsKey(today);
        SortedMap<LocalDate, String> lessons = new TreeMap<>(studied);
        lessons.values().removeIf(Review::is);
        boolean isNewToday = lessons.containsKey(today);
        Optional<LocalDate> last = isNewToday || ahead > 0
                ? studyDay(isChosen ? today : today.minusDays(1), ahead).filter(this::isFollowed)
                : Optional.empty();
        return new LessonStock(ahead + (isNewToday ? 1 : 0), last, newest(lessons.headMap(today)));
    }

    /** The study day that comes so many study days after this date; for 0 the date itself. */
    private Optional<LocalDate> studyDay(LocalDate after, int count) {
        Optional<LocalDate> day = Optional.of(after);
        for (int i = 0; i < count; i++) {
            day = day.flatMap(timetable::nextStudyDay);
        }
        return day;
    }

    private boolean isFollowed(LocalDate day) {
        return timetable.nextStudyDay(day).isPresent();
    }

    private static Optional<LocalDate> newest(SortedMap<LocalDate, String> lessons) {
        return lessons.isEmpty() ? Optional.empty() : Optional.of(lessons.lastKey());
    }
}
