package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates by long polling. A batch is confirmed only after the intake has made it durable, and nothing that can go wrong ends the
 * polling: it backs off and tries again.
 */
public final class Poller implements Receiver {
    static final Duration LONG_POLL = Duration.ofSeconds(25);

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration HASTE = Duration.ofMillis(100);
    /** After an idle week Telegram may number updates anew, possibly lower: an old offset would hide them all. */
    private static final Duration OFFSET_KEPT = Duration.ofDays(3);

    private final BotApi api;
    private final Intake intake;
    private final Reception reception;
    private final Clock officeClock;
    private final Clock realTime;
    private final Admission admission;
    private final Pauses pauses;
    private final Updates updates = new Updates();
    private final Thread thread = new Thread(this::run, "poller");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Health health = Health.NONE_YET;
    private long offset;
    private Instant lastBatch = Instant.EPOCH;
    private int failures;
    private int knocks;

    public Poller(
            BotApi api, Intake intake, Reception reception, Admission admission, Clock officeClock, Clock realTime) {
        this(api, intake, reception, admission, officeClock, realTime, Pauses.USUAL);
    }

    Poller(
            BotApi api,
            Intake intake,
            Reception reception,
            Admission admission,
            Clock officeClock,
            Clock realTime,
            Pauses pauses) {
        this.api = api;
        this.admission = admission;
        this.pauses = pauses;
        this.intake = intake;
        this.reception = reception;
        this.officeClock = officeClock;
        this.realTime = realTime;
    }

    @Override
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Health health() {
        return health;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                if (admission.isOpen()) {
                    poll();
                    failures = 0;
                } else {
                    knock();
                }
            } catch (Refusal refusal) {
                refused(refusal);
            } catch (Unintelligible answer) {
                trouble("Telegram's answer cannot be read: " + answer.words());
                pause(backOff());
            } catch (IOException e) {
                trouble("Telegram does not answer: " + e.getClass().getSimpleName());
                pause(backOff());
            } catch (RuntimeException | Error e) {
                trouble("updates cannot be stored: " + e.getClass().getSimpleName());
                log.error("A batch could not be stored ({}); it is not confirmed and will be fetched again", cause(e));
                pause(backOff());
            }
        }
    }

    /** Asks, after a while, whether the token that was refused is valid again. */
    private void knock() throws IOException {
        trouble(admission.words());
        pause(pauses.untilKnock(knocks++));
        if (stopping.getCount() > 0) {
            api.userName();
            admission.admitted();
            knocks = 0;
        }
    }

    private void refused(Refusal refusal) {
        trouble(refusal.words());
        if (refusal.isOfToken()) {
            admission.refused(refusal.words());
        } else if (refusal.isConflict()) {
            pause(pauses.conflict());
        } else {
            pause(refusal.retryAfter() > 0 ? Duration.ofSeconds(refusal.retryAfter()) : backOff());
        }
    }

    /** The innermost cause by its class alone: its message can hold what a person wrote. */
    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getName();
    }

    private void poll() throws IOException {
        if (Duration.between(lastBatch, realTime.instant()).compareTo(OFFSET_KEPT) > 0) {
            offset = 0;
        }
        // The first answer comes at once, so that a start with bad news says so at once.
        Duration wait = health.trouble().isEmpty() ? LONG_POLL : Duration.ZERO;
        long began = System.nanoTime();
        List<JsonNode> batch = api.updates(offset, wait);
        if (batch.isEmpty() && !wait.isZero() && System.nanoTime() - began < HASTE.toNanos()) {
            // A server that does not wait would be asked thousands of times a second.
            pause(HASTE);
        }
        take(batch);
        health = Health.well(realTime.instant());
    }

    private void take(List<JsonNode> batch) {
        Instant received = officeClock.instant();
        reception.received(received);
        if (batch.isEmpty()) {
            return;
        }
        intake.take(batch.stream().map(updates::read).toList(), received);
        OptionalLong last = batch.stream()
                .map(Updates::id)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
        // Also downwards: where the numbers begin anew, the offset of before would hide what comes.
        long next = last.isPresent() ? last.getAsLong() + 1 : offset;
        if (next == offset) {
            // What cannot be confirmed comes at once again.
            pause(pauses.first());
        }
        offset = next;
        lastBatch = realTime.instant();
    }

    private void trouble(String words) {
        if (stopping.getCount() == 0) {
            return;
        }
        if (!health.trouble().equals(words)) {
            log.warn("Polling: {}", words);
        }
        health = health.troubled(words, realTime.instant());
    }

    private Duration backOff() {
        return pauses.after(failures++);
    }

    private void pause(Duration pause) {
        try {
            boolean isStopped = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("Polling goes on after {}: {}", pause, !isStopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stopping.countDown();
        api.interrupt();
        try {
            thread.join(Duration.ofSeconds(4).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
