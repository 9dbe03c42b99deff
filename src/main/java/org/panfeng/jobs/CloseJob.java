package org.panfeng.jobs;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Wakes the closing of study days that are over. */
@DisallowConcurrentExecution
final class CloseJob implements Job {
    private final Duties duties;
    private final Clock clock;

    CloseJob(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        duties.close().due(clock.instant());
    }
}
