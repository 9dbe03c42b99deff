package org.panfeng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/**
 * How long a person waits whose {@code /start} was there before the bot, from the start of {@code java -jar} to the first reply, and
 * how much memory the bot holds when idle. Arguments, if any, are options for the bot's JVM.
 */
public final class FirstReply {
    private static final Path JAR = Path.of("target", "panfeng.jar");
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final Person PERSON = new Person(1, "明", "李", null, "zh-hans");
    private static final int STARTS = 7;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final PrintStream OUT = System.out;

    private FirstReply() {}

    public static void main(String[] jvmOptions) throws IOException, InterruptedException {
        List<String> command = command(jvmOptions);
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("There is no " + JAR + "; make it with mvn package");
        }
        OUT.println(String.join(" ", command));
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            waits.add(seconds(command, Duration.ZERO));
        }
        waits.sort(null);
        OUT.printf(
                Locale.ROOT,
                "First reply after %.2f s (median of %d; %.2f to %.2f)%n",
                waits.get(STARTS / 2),
                STARTS,
                waits.get(0),
                waits.get(STARTS - 1));
        seconds(command, IDLE);
    }

    private static List<String> command(String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString(), "run"));
        return command;
    }

    /** One start in an empty folder; waits idle afterwards and prints the memory, if so wished. */
    private static double seconds(List<String> command, Duration idle) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("first-reply");
        try (StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC())) {
            standIn.messenger().add(PERSON);
            standIn.messenger().says(PERSON.id(), "/start");
            long began = System.nanoTime();
            Process bot = start(command, folder, standIn.url());
            try {
                standIn.messenger().awaitMessage(PERSON.id(), message -> true, PATIENCE);
                double seconds = (System.nanoTime() - began) / 1e9;
                if (!idle.isZero()) {
                    TimeUnit.SECONDS.sleep(idle.toSeconds());
                    OUT.println("Idle after " + idle.toSeconds() + " s: " + memory(bot));
                }
                return seconds;
            } finally {
                bot.destroyForcibly().waitFor();
            }
        }
    }

    private static Process start(List<String> command, Path folder, String apiUrl) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PANFENG_TELEGRAM_TOKEN", TOKEN,
                        "PANFENG_TELEGRAM_API_URL", apiUrl,
                        "PANFENG_PEOPLE_ENROLMENT", "open",
                        "PANFENG_PROGRAMME_CALENDAR", "every-day",
                        "PANFENG_HTTP_PORT", "0"));
        return builder.start();
    }

    private static String memory(Process bot) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(bot.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                .map(line -> line.replaceAll("\\s+", " "))
                .reduce((one, other) -> one + ", " + other)
                .orElse("unknown");
    }
}
