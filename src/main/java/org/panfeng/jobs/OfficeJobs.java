package org.panfeng.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz, with its store in our database: a tick at the beginning of every minute for the study day and every hour for the housekeeping, on
 * one node of those that share the database. What a tick finds due is the features' business.
 */
public final class OfficeJobs implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OfficeJobs.class);
    private static final Duration LAST_JOBS = Duration.ofSeconds(4);
    private static final String NAME = "panfeng";
    private static final String EVERY_MINUTE = "0 * * * * ?";
    private static final String EVERY_HOUR = "30 17 * * * ?";

    private final Scheduler scheduler;

    /**
     * @param clock the office's; Quartz itself runs on real time
     */
    public OfficeJobs(DataSource dataSource, Duties duties, Clock clock) {
        Map<Class<? extends Job>, Job> jobs = Map.of(
                PushJob.class, new PushJob(duties, clock),
                ReminderJob.class, new ReminderJob(duties, clock),
                CloseJob.class, new CloseJob(duties, clock),
                HousekeepingJob.class, new HousekeepingJob(duties, clock));
        try {
            scheduler = scheduler(dataSource);
            scheduler.setJobFactory(
                    (bundle, on) -> jobs.get(bundle.getJobDetail().getJobClass()));
            schedule(PushJob.class, EVERY_MINUTE);
            schedule(ReminderJob.class, EVERY_MINUTE);
            schedule(CloseJob.class, EVERY_MINUTE);
            schedule(HousekeepingJob.class, EVERY_HOUR);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot be set up", e);
        }
    }

    private static Scheduler scheduler(DataSource dataSource) throws SchedulerException {
        String own = "panfeng-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(own, new Pool(dataSource));
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", NAME);
        // Quartz's own choice, AUTO, fails on a machine whose name no resolver knows, as in some containers.
        properties.setProperty("org.quartz.scheduler.instanceId", own);
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        properties.setProperty("org.quartz.threadPool.threadCount", "2");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
        properties.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        properties.setProperty("org.quartz.jobStore.dataSource", own);
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        // Without it two nodes can fire the same trigger.
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
        // The repository would hand this scheduler to the next one of the same name in this JVM.
        SchedulerRepository.getInstance().remove(NAME);
        return scheduler;
    }

    private void schedule(Class<? extends Job> job, String cron) throws SchedulerException {
        JobDetail detail =
                JobBuilder.newJob(job).withIdentity(job.getSimpleName()).build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(job.getSimpleName())
                .withSchedule(CronScheduleBuilder.cronSchedule(cron).withMisfireHandlingInstructionDoNothing())
                .build();
        scheduler.scheduleJob(detail, Set.of(trigger), true);
    }

    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot be started", e);
        }
    }

    public boolean isRunning() {
        try {
            return scheduler.isStarted() && !scheduler.isShutdown();
        } catch (SchedulerException e) {
            return false;
        }
    }

    /** Waits a moment for a job that is running. Quartz itself would wait for ever where its store has lost the database. */
    @Override
    public void close() {
        Thread stopping = new Thread(this::shutdown, "quartz-stop");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(LAST_JOBS.toMillis());
            if (stopping.isAlive()) {
                log.warn("The scheduler did not stop within {} s and is left behind", LAST_JOBS.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void shutdown() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException | RuntimeException e) {
            log.warn("The scheduler could not be stopped: {}", e.toString());
        }
    }

    /** Lends Quartz the connections of our pool. */
    private record Pool(DataSource dataSource) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return dataSource.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
