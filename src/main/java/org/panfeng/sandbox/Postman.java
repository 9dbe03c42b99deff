package org.panfeng.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Hands updates in at a webhook, one after the other, and each again until it is answered with success. */
final class Postman {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final Updates updates;
    private final URI url;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Thread thread = new Thread(this::run, "postman");
    private volatile boolean stopped;
    private volatile String error = "";

    /**
     * @param secret empty for none
     */
    Postman(Updates updates, String url, String secret) {
        this.updates = updates;
        this.url = URI.create(url);
        this.secret = secret;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        stopped = true;
    }

    /** What went wrong last; empty if the last update was taken. */
    String error() {
        return error;
    }

    private void run() {
        long confirmed = 0;
        try {
            while (!stopped && !updates.isClosed()) {
                List<Updates.Update> next = updates.poll(confirmed, 1, LOOK_EVERY);
                for (Updates.Update update : next) {
                    if (handIn(update)) {
                        confirmed = update.id() + 1;
                    } else {
                        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean handIn(Updates.Update update) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(update.json())));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            error = status / 100 == 2 ? "" : "Wrong response from the webhook: " + status;
        } catch (IOException unreachable) {
            error = "Connection refused";
        }
        return error.isEmpty();
    }
}
