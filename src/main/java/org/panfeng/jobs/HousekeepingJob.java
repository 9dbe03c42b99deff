package org.panfeng.jobs;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Wakes the sweeping up of what nobody needs any more. */
@DisallowConcurrentExecution
final class HousekeepingJob implements Job {
    private final Duties duties;
    private final Clock clock;

    HousekeepingJob(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        duties.housekeeping().due(clock.instant());
    }
}
