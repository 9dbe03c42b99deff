package org.panfeng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Prints where the samples of a recording were taken: in which methods, below which of our own, on which threads. */
final class HotMethods {
    private static final int SHOWN = 30;

    private final Map<String, Integer> tops = new HashMap<>();
    private final Map<String, Integer> inclusive = new HashMap<>();
    private final Map<String, Integer> ours = new HashMap<>();
    private final Map<String, Integer> threads = new HashMap<>();
    private int samples;

    private HotMethods() {}

    static void print(Path file, PrintStream out) throws IOException {
        HotMethods hot = new HotMethods();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    hot.count(event);
                }
            }
        }
        hot.print("On the thread", hot.threads, out);
        hot.print("In the method itself", hot.tops, out);
        hot.print("In the method and what it calls, Panfeng's own", hot.ours, out);
        hot.print("In the method and what it calls", hot.inclusive, out);
    }

    private void count(RecordedEvent event) {
        samples++;
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        tops.merge(name(frames.get(0)), 1, Integer::sum);
        threads.merge(event.getThread("sampledThread").getJavaName().replaceAll("\\d+", "N"), 1, Integer::sum);
        Set<String> seen = new HashSet<>();
        for (RecordedFrame frame : frames) {
            String name = name(frame);
            if (!name.contains("$$Lambda") && seen.add(name)) {
                inclusive.merge(name, 1, Integer::sum);
                if (name.startsWith("org.panfeng.")) {
                    ours.merge(name, 1, Integer::sum);
                }
            }
        }
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private void print(String title, Map<String, Integer> counts, PrintStream out) {
        out.println(title + ", of " + samples + " samples:");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(entry ->
                        out.printf(Locale.ROOT, "%6.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()));
        out.println();
    }
}
