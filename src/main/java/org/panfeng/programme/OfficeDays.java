package org.panfeng.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The calendar as certain entries of the office leave it: of those that cover a date the newest counts, also over the files.
 *
 * @param written what the files say
 * @param changes the entries that are not undone
 */
public record OfficeDays(StudyCalendar written, List<CalendarChange> changes) implements StudyCalendar {
    public OfficeDays {
        changes = List.copyOf(changes);
    }

    /** The same with one entry more, the newest. */
    public OfficeDays with(CalendarChange change) {
        List<CalendarChange> all = new ArrayList<>(changes);
        all.add(change);
        return new OfficeDays(written, all);
    }

    /** The same without an entry. */
    public OfficeDays without(long id) {
        return new OfficeDays(
                written, changes.stream().filter(change -> change.id() != id).toList());
    }

    /** The same with another last date of an entry. */
    public OfficeDays ended(long id, LocalDate last) {
        return new OfficeDays(
                written,
                changes.stream()
                        .map(change -> change.id() == id
                                ? new CalendarChange(id, change.kind(), change.first(), last, change.name())
                                : change)
                        .toList());
    }

    /** The entry that counts on a date. */
    public Optional<CalendarChange> changeOn(LocalDate date) {
        return changes.stream().filter(change -> change.covers(date)).max(Comparator.comparingLong(CalendarChange::id));
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return changeOn(date)
                .map(change -> change.kind() == CalendarChange.Kind.STUDY)
                .orElseGet(() -> written.isWorkingDay(date));
    }

    @Override
    public boolean isPaused(LocalDate date) {
        return changeOn(date)
                .filter(change -> change.kind() == CalendarChange.Kind.PAUSE)
                .isPresent();
    }

    @Override
    public Optional<String> nameOf(LocalDate date) {
        Optional<CalendarChange> change = changeOn(date);
        return change.isPresent()
                ? change.map(CalendarChange::name).filter(name -> !name.isEmpty())
                : written.nameOf(date);
    }

    /** The office's own entries are no data: they are a few days, and the public holidays may still be missing. */
    @Override
    public boolean hasDataFor(int year) {
        return written.hasDataFor(year);
    }
}
