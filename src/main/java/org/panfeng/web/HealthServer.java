package org.panfeng.web;

import io.javalin.Javalin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code GET /health}: 200 when the bot is well, 503 with the reasons when it is not. Beside it the webhook, where there is one. */
public final class HealthServer implements AutoCloseable {
    private final Javalin server;

    private HealthServer(Javalin server) {
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @throws io.javalin.util.JavalinBindException when the port is in use
     */
    public static HealthServer start(String bind, int port, Health health) {
        return start(bind, port, health, Optional.empty());
    }

    /** The same, with the way by which updates come in. */
    public static HealthServer start(String bind, int port, Health health, Optional<WebhookRoute> webhook) {
        return new HealthServer(Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.http.maxRequestSize = WebhookRoute.LARGEST_BODY;
                    webhook.ifPresent(route -> config.routes.post(route.path(), route::post));
                    config.routes.get("/health", context -> {
                        List<String> troubles = health.troubles();
                        Map<String, Object> answer = new TreeMap<>(health.figures());
                        answer.put("status", troubles.isEmpty() ? "ok" : "trouble");
                        answer.put("reasons", troubles);
                        context.status(troubles.isEmpty() ? 200 : 503).json(answer);
                    });
                })
                .start(bind, port));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
