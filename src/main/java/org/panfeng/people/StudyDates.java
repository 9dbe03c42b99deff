package org.panfeng.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What is to be known here of the programme's days. */
public interface StudyDates {
    /** The date whose day, of study or not, contains this instant. */
    LocalDate dateOf(Instant instant);

    boolean isStudyDay(LocalDate date);

    /** The study days between two dates, both included. */
    List<LocalDate> studyDays(LocalDate from, LocalDate to);
}
