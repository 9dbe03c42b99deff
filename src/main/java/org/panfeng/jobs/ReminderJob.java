package org.panfeng.jobs;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Wakes the reminder of those who have not finished. */
@DisallowConcurrentExecution
final class ReminderJob implements Job {
    private final Duties duties;
    private final Clock clock;

    ReminderJob(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        duties.reminder().due(clock.instant());
    }
}
