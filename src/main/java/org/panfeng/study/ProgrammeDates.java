package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.panfeng.people.StudyDates;
import org.panfeng.programme.Timetable;

/** The programme's days as the people's part asks for them. */
record ProgrammeDates(Timetable timetable) implements StudyDates {
    @Override
    public LocalDate dateOf(Instant instant) {
        return timetable.dateOf(instant);
    }

    @Override
    public boolean isStudyDay(LocalDate date) {
        return timetable.isStudyDay(date);
    }

    @Override
    public List<LocalDate> studyDays(LocalDate from, LocalDate to) {
        return timetable.studyDays(from, to);
    }
}
