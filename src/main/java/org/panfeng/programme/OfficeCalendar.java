package org.panfeng.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panfeng.batch.Memo;

/**
 * The calendar that the office goes by: what the files say, and over it the office's own entries, as they were when last read. Within a
 * {@link org.panfeng.batch.Batch} the days stay the same but for what the batch itself changes.
 */
public final class OfficeCalendar implements StudyCalendar {
    private static final String PRESENT = "present";

    private final StudyCalendar written;
    private final Memo<String, OfficeDays> inBatch = new Memo<>();
    private volatile OfficeDays present;

    public OfficeCalendar(StudyCalendar written) {
        this.written = written;
        this.present = new OfficeDays(written, List.of());
    }

    /** The days as they are now. They do not change any more. */
    public OfficeDays days() {
        return inBatch.of(PRESENT, () -> present);
    }

    /** From now on these entries count, for everybody. */
    void show(List<CalendarChange> changes) {
        present = new OfficeDays(written, changes);
    }

    /** These entries count for the batch that this thread runs, and are not committed yet. */
    void showInBatch(List<CalendarChange> changes) {
        inBatch.keep(PRESENT, new OfficeDays(written, changes));
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return days().isWorkingDay(date);
    }

    @Override
    public boolean isPaused(LocalDate date) {
        return days().isPaused(date);
    }

    @Override
    public Optional<String> nameOf(LocalDate date) {
        return days().nameOf(date);
    }

    @Override
    public boolean hasDataFor(int year) {
        return written.hasDataFor(year);
    }
}
