package org.panfeng;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log as the settings want it; {@code logback.xml} is what holds until they are read. */
final class Logging {
    private Logging() {}

    static void configure(Settings.LogFormat format) {
        // Asked in any case, and before there are other threads: two that find the log at once are warned about on the
        // terminal.
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
                || format == Settings.LogFormat.TEXT) {
            return;
        }
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(appender);
    }

    /** Warnings only, and of our own: for a terminal that tells a story. */
    static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger("org.panfeng").setLevel(Level.WARN);
            context.getLogger("io.javalin").setLevel(Level.OFF);
        }
    }
}
