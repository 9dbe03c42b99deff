package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long the new lessons last, as seen on one day.
 *
 * @param left how many were never studied before this day; today's is one of them
 * @param last the study day of the last of them, after which reviews begin; empty where none is left, and where the programme ends first
 * @param newest the latest day before this one on which a new lesson was studied
 */
public record LessonStock(int left, Optional<LocalDate> last, Optional<LocalDate> newest) {}
