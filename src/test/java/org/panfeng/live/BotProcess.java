package org.panfeng.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code panfeng} as a process of its own, which works in a folder and writes down there what it says. */
final class BotProcess implements AutoCloseable {
    private static final String READY = "is running, ready in";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final Process process;
    private final Path said;
    private final long saidBefore;

    private BotProcess(Process process, Path said, long saidBefore) {
        this.process = process;
        this.said = said;
        this.saidBefore = saidBefore;
    }

    /**
     * Starts it; what earlier processes said in this folder stays in the file.
     *
     * @param environment the settings, as variables; no other {@code PANFENG_} variable is passed on
     */
    static BotProcess start(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                "org.panfeng.Main"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PANFENG_"));
        builder.environment().putAll(environment);
        try {
            long before = Files.exists(said) ? Files.size(said) : 0;
            return new BotProcess(builder.start(), said, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a bot needs that talks to this Bot API on loopback, and keeps its database in its folder. */
    static Map<String, String> settings(String apiUrl, String token) {
        return Map.of(
                "PANFENG_TELEGRAM_TOKEN", token,
                "PANFENG_TELEGRAM_API_URL", apiUrl,
                "PANFENG_PEOPLE_ENROLMENT", "open",
                "PANFENG_PEOPLE_ADMINS", "999",
                "PANFENG_PROGRAMME_CALENDAR", "every-day",
                "PANFENG_HTTP_PORT", "0");
    }

    /** Has {@code panfeng verify} look at what is in a folder where no bot runs; fails where anything is wrong. */
    static void verify(Path folder, String token) {
        try (BotProcess verify = start(folder, settings("http://127.0.0.1:9", token), "verify")) {
            int code = verify.exitWithin(Duration.ofSeconds(30));
            if (code != 0) {
                throw new AssertionError("verify ended with " + code + ":\n" + verify.said());
            }
        }
    }

    BotProcess awaitReady() {
        Await.until("the bot says that it is running", READY_WITHIN, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The bot ended with " + process.exitValue() + ":\n" + said());
            }
            return said().contains(READY);
        });
        return this;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitWithin(Duration.ofSeconds(10));
    }

    /** As Ctrl-C and {@code docker stop} do. */
    int stop(Duration within) {
        process.destroy();
        return exitWithin(within);
    }

    int exitWithin(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Still running after " + within + ":\n" + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return process.exitValue();
    }

    /** What this process has said so far, to whichever stream. */
    String said() {
        try {
            byte[] all = Files.readAllBytes(said);
            return new String(all, (int) saidBefore, all.length - (int) saidBefore, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
