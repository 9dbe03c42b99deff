package org.panfeng.jobs;

import java.time.Instant;

/** What the scheduler wakes. */
public record Duties(Duty push, Duty reminder, Duty close, Duty housekeeping) {

    /** Everything of the study day that is due at this instant. */
    public void studyDay(Instant now) {
        close.due(now);
        push.due(now);
        reminder.due(now);
    }
}
