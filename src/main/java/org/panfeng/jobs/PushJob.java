package org.panfeng.jobs;

import java.time.Clock;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Wakes the morning push, at each person's own time. */
@DisallowConcurrentExecution
final class PushJob implements Job {
    private final Duties duties;
    private final Clock clock;

    PushJob(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext context) {
        duties.push().due(clock.instant());
    }
}
