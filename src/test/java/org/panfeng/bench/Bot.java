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

/** The bot as a process of its own, with its database in its folder. */
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
     * Starts it.
     *
     * @param settings beyond those that every measurement needs, by the names of their variables without {@code PANFENG_}
     */
    static Bot start(Variant variant, Path folder, Server server, Map<String, String> settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Machine.java()));
        command.addAll(variant.with(Profile.options()).command());
        command.add("run");
        if (Files.exists(folder.resolve("config"))) {
            command.addAll(List.of("--config", "config"));
        }
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PANFENG_"));
        settings(server, port, settings).forEach((name, value) -> environment.put("PANFENG_" + name, value));
        return new Bot(builder.start(), said, port);
    }

    private static Map<String, String> settings(Server server, int port, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "TELEGRAM_TOKEN", TOKEN,
                "TELEGRAM_API_URL", server.url(),
                "PEOPLE_ENROLMENT", "open",
                "PEOPLE_ADMINS", String.valueOf(ADMIN),
                "PROGRAMME_CALENDAR", "every-day",
                "PROGRAMME_ZONE", EarlyMorning.zone(),
                "HTTP_PORT", String.valueOf(port)));
        settings.putAll(more);
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Bot awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(said).contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                kill();
                throw new IllegalStateException("The bot does not run:\n" + Files.readString(said));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return this;
    }

    /** Where it listens for updates and for questions after its health. */
    int port() {
        return port;
    }

    /** Seconds on the processors so far. */
    double processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** What it holds of the machine's memory, in MB. */
    double residentMegabytes() {
        return Machine.kilobytes(Path.of("/proc", String.valueOf(process.pid()), "status"), "VmRSS") / 1024.0;
    }

    /** As {@code kill -9}: what is not on disk is lost. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
