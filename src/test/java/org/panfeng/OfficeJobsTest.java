package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.jobs.Duties;
import org.panfeng.jobs.OfficeJobs;
import org.panfeng.storage.Database;

/** Quartz keeps its jobs in our database, on both of them, and two schedulers share them. */
class OfficeJobsTest {

    @ParameterizedTest
    @EnumSource
    void twoSchedulersOnOneDatabaseKeepTheSameFourJobs(TestDatabase kind) {
        try (Database database = kind.open();
                OfficeJobs one = new OfficeJobs(database.dataSource(), idle(), Clock.systemUTC());
                OfficeJobs other = new OfficeJobs(database.dataSource(), idle(), Clock.systemUTC())) {
            one.start();
            other.start();
            assertThat(one.isRunning()).isTrue();
            assertThat(other.isRunning()).isTrue();
            long triggers = database.jdbi()
                    .withHandle(handle -> handle.createQuery("select count(*) from qrtz_cron_triggers")
                            .mapTo(Long.class)
                            .one());
            assertThat(triggers).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTickWakesTheDuties(TestDatabase kind) throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        Duties duties = new Duties(now -> woken.countDown(), now -> {}, now -> {}, now -> {});
        try (Database database = kind.open();
                OfficeJobs jobs = new OfficeJobs(database.dataSource(), duties, Clock.systemUTC())) {
            makePushDue(database);
            jobs.start();
            assertThat(woken.await(75, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Quartz has run a job, and wants to say so to a database that is gone. */
    @Test
    void aStopWithoutTheDatabaseComesToItsEnd() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch isGone = new CountDownLatch(1);
        Duties duties = new Duties(
                now -> {
                    running.countDown();
                    await(isGone);
                },
                now -> {},
                now -> {},
                now -> {});
        try (Database database = TestDatabase.H2.open()) {
            OfficeJobs jobs = new OfficeJobs(database.dataSource(), duties, Clock.systemUTC());
            makePushDue(database);
            jobs.start();
            running.await();
            database.close();
            isGone.countDown();
            assertTimeoutPreemptively(Duration.ofSeconds(8), jobs::close);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void makePushDue(Database database) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update qrtz_triggers set next_fire_time = ? where trigger_name = 'PushJob'",
                        System.currentTimeMillis() - 1_000));
    }

    private static Duties idle() {
        return new Duties(now -> {}, now -> {}, now -> {}, now -> {});
    }
}
