package org.panfeng.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged bot as a process of its own, with its database in its folder. */
final class Bot implements AutoCloseable {
    static final long ADMIN = 999;
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final String READY = "is running, ready in";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path said;
    private final int port;

    private Bot(Process process, Path said, int port) {
        this.process = process;
        this.said = said;
        this.port = port;
    }

    /**
     * Starts it and waits until it runs.
     *
     * @param settings beyond those that every measurement needs, by the names of their variables without {@code PANFENG_}
     */
    static Bot start(Variant variant, Path folder, Server server, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Machine.java()));
        command.addAll(variant.options());
        command.addAll(Profile.options());
        command.addAll(List.of("-jar", variant.jar().toAbsolutePath().toString(), "run", "--config", "config"));
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PANFENG_"));
        Map<String, String> all = new HashMap<>(Map.of(
                "TELEGRAM_TOKEN", TOKEN,
                "TELEGRAM_API_URL", server.url(),
                "PEOPLE_ENROLMENT", "open",
                "PEOPLE_ADMINS", String.valueOf(ADMIN),
                "PROGRAMME_CALENDAR", "every-day",
                "PROGRAMME_ZONE", EarlyMorning.zone(),
                "HTTP_PORT", String.valueOf(port)));
        all.putAll(settings);
        all.forEach((name, value) -> builder.environment().put("PANFENG_" + name, value));
        Bot bot = new Bot(builder.start(), said, port);
        bot.awaitReady();
        return bot;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(said).contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IllegalStateException("The bot does not run:\n" + Files.readString(said));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    int port() {
        return port;
    }

    /** Seconds on the processors so far. */
    double processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** What it holds of the machine's memory, in MB. */
    long residentMegabytes() {
        return Machine.kilobytes("/proc/" + process.pid() + "/status", "VmRSS") >> 10;
    }

    /** As {@code kill -9}: what is not on disk is lost. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
