package org.panfeng;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The command line as somebody at a terminal sees it, in this JVM. */
final class Shell {
    private final Map<String, String> environment = new TreeMap<>();

    /**
     * @param exitCode what the shell gets
     * @param words everything that was printed, by whomever, to either stream
     */
    record Said(int exitCode, String words) {}

    Shell with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /** Runs a command that ends by itself. */
    Said run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(stream);
        System.setErr(stream);
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        try {
            configure(logs, Main.class.getResource("/logback.xml"));
            CommandLine commandLine = Main.commandLine(environment)
                    .setOut(new PrintWriter(stream, true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(stream, true, StandardCharsets.UTF_8));
            int exitCode = commandLine.execute(arguments);
            return new Said(exitCode, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            configure(logs, Main.class.getResource("/logback-test.xml"));
        }
    }

    /** The log as it is outside tests, so that what libraries would say is seen. */
    private static void configure(LoggerContext logs, URL file) {
        logs.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logs);
        try {
            configurator.doConfigure(file);
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }
}
