package org.panfeng.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives what Telegram hands in over HTTP. An update is answered for only once it is durable; the watch beside it sets the webhook at the
 * start and asks once a minute how Telegram gets on with it.
 */
public final class Webhook implements Receiver {
    private static final Logger log = LoggerFactory.getLogger(Webhook.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final BotApi api;
    private final Hook hook;
    private final Reception reception;
    private final Admission admission;
    private final Clock officeClock;
    private final Clock realTime;
    private final Pauses pauses;
    private final Updates updates = new Updates();
    private final ObjectMapper mapper = new ObjectMapper();
    private final GroupCommit commit;
    private final Thread watch = new Thread(this::watch, "webhook-watch");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Health health = Health.NONE_YET;
    private int failures;
    private int knocks;
    private boolean isSet;

    public Webhook(
            BotApi api,
            Hook hook,
            Intake intake,
            Reception reception,
            Admission admission,
            Clock officeClock,
            Clock realTime) {
        this(api, hook, intake, reception, admission, officeClock, realTime, Pauses.USUAL);
    }

    Webhook(
            BotApi api,
            Hook hook,
            Intake intake,
            Reception reception,
            Admission admission,
            Clock officeClock,
            Clock realTime,
            Pauses pauses) {
        this.api = api;
        this.hook = hook;
        this.reception = reception;
        this.admission = admission;
        this.officeClock = officeClock;
        this.realTime = realTime;
        this.pauses = pauses;
        this.commit = new GroupCommit(batch -> {
            Instant received = officeClock.instant();
            reception.received(received);
            intake.take(batch, received);
            health = health.heard(realTime.instant());
        });
    }

    @Override
    public void start() {
        commit.start();
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Takes one update as Telegram has sent it.
     *
     * @return true once it is durable; false where that could not be reached, so that it has to be handed in again
     */
    public CompletableFuture<Boolean> take(byte[] body) {
        return admission.isOpen() ? commit.take(read(body)) : CompletableFuture.completedFuture(false);
    }

    private Intake.Arrival read(byte[] body) {
        try {
            return updates.read(mapper.readTree(body));
        } catch (IOException e) {
            String raw = new String(body, StandardCharsets.UTF_8);
            String error = e instanceof JsonProcessingException json ? json.getOriginalMessage() : "unreadable";
            return new Intake.Garbled(Updates.substitute(raw), raw, error);
        }
    }

    private void watch() {
        while (stopping.getCount() > 0) {
            try {
                pause(look());
                failures = 0;
            } catch (Refusal refusal) {
                trouble(refusal.words());
                if (refusal.isOfToken()) {
                    admission.refused(refusal.words());
                }
                pause(refusal.isOfToken() ? pauses.untilKnock(knocks++) : pauses.after(failures++));
            } catch (IOException e) {
                trouble(e instanceof Unintelligible answer ? answer.words() : "Telegram does not answer");
                pause(pauses.after(failures++));
            } catch (RuntimeException e) {
                trouble("the database cannot be reached");
                log.error("The webhook's watch goes on after {}", e.getClass().getName());
                pause(pauses.after(failures++));
            }
        }
    }

    /** Sets the webhook where that is still to be done, looks how it is doing, and says when to look again. */
    private Duration look() throws IOException {
        if (!admission.isOpen()) {
            api.userName();
            admission.admitted();
            knocks = 0;
        }
        if (!isSet) {
            api.setWebhook(hook);
            isSet = true;
        }
        String trouble = trouble(api.webhookInfo());
        if (trouble.isEmpty()) {
            reception.received(officeClock.instant());
            health = Health.well(realTime.instant());
        } else {
            trouble(trouble);
        }
        return LOOK_EVERY;
    }

    private String trouble(JsonNode info) {
        if (!info.path("url").asText().equals(hook.url().toString())) {
            return "Telegram hands updates to another address; is another bot running with this token?";
        }
        Instant failed = Instant.ofEpochSecond(info.path("last_error_date").asLong());
        long pending = info.path("pending_update_count").asLong();
        boolean isRecent = failed.isAfter(realTime.instant().minus(LOOK_EVERY.multipliedBy(2)));
        return pending > 0 && isRecent
                ? "Telegram cannot hand in updates (" + pending + " wait): "
                        + info.path("last_error_message").asText()
                : "";
    }

    private void trouble(String words) {
        if (stopping.getCount() > 0) {
            if (!health.trouble().equals(words)) {
                log.warn("Webhook: {}", words);
            }
            health = health.troubled(words, realTime.instant());
        }
    }

    /** Ends early where whoever sends hears that the token is refused: then there is something to ask. */
    private void pause(Duration pause) {
        boolean wasOpen = admission.isOpen();
        long end = System.nanoTime() + pause.toNanos();
        try {
            boolean isOver = false;
            while (!isOver && admission.isOpen() == wasOpen) {
                long left = Math.min(end - System.nanoTime(), Admission.LOOK_AGAIN.toNanos());
                isOver = left <= 0 || stopping.await(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public boolean isAlive() {
        return watch.isAlive() && commit.isAlive();
    }

    /** What is still waiting is answered as not durable. The webhook stays set, so that nothing is lost until the next start. */
    @Override
    public void close() {
        stopping.countDown();
        api.interrupt();
        commit.close();
        try {
            watch.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
