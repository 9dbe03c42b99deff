package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.panfeng.bench.botapi.BotApiProcess;

/** The Bot API in a process of its own, and the line over which it is told what to do. */
final class Server implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream lines;
    private final int port;

    private Server(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.lines = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.port = Integer.parseInt(read("the start"));
    }

    static Server start(Map<String, ?> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Machine.java(), "-XX:+UseSerialGC", "-Xmn192m", "-cp", ClassPath.own(), BotApiProcess.class.getName()));
        options.forEach((name, value) -> command.add(name + "=" + value));
        return new Server(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Seconds on the processors so far. */
    double processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Says a line and returns the answer. */
    String tell(Object... words) {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.println(line);
        return read(line.toString());
    }

    private String read(String after) {
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("The server has ended after " + after);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode ask(Object... words) {
        try {
            return MAPPER.readTree(tell(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a state and returns it; after that long, whatever it is then. */
    JsonNode await(Predicate<JsonNode> wanted, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        JsonNode state = ask("state");
        while (System.nanoTime() < until && !wanted.test(state)) {
            TimeUnit.MILLISECONDS.sleep(100);
            state = ask("state");
        }
        return state;
    }

    @Override
    public void close() {
        lines.close();
        process.destroy();
    }
}
