package org.panfeng.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Attachments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Telegram has of our files and what it has yet to be given. The first message that needs a file uploads it, all others wait for
 * that one and then name it by its id. A file that Telegram does not take is left out for a while.
 */
final class Depot {
    private static final Logger log = LoggerFactory.getLogger(Depot.class);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** How many uploads of one file are under way at the same time where every message needs its own. */
    private static final int AT_ONCE = 4;

    /** A file as one kind of thing. */
    record Good(FileKind kind, Attachment file) {
        /** What it is, by whatever name. */
        private String key() {
            return kind.word() + " " + file.sha256();
        }
    }

    /**
     * A file that is left out.
     *
     * @param until when, by the machine's clock in nanoseconds
     * @param times how often in a row it had to be
     * @param mayPass whether another attempt may go well although the file stays what it is
     */
    private record Trouble(long until, int times, boolean mayPass) {}

    private final FileIds ids;
    private final Attachments attachments;
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Set<String> untold = new HashSet<>();
    private final Map<String, Trouble> troubles = new HashMap<>();

    Depot(FileIds ids, Attachments attachments) {
        this.ids = ids;
        this.attachments = attachments;
    }

    /**
     * Takes the files for one message. Whoever takes a load closes it, and first lets the depot know what became of its uploads.
     *
     * @return the load, without those files that are in trouble or gone; empty if the message is to wait, since another one uploads one of
     *     them
     */
    Optional<Load> take(FileKind kind, List<Attachment> files) {
        Optional<Load> taken;
        try {
            taken = claim(kind, files);
        } catch (JdbiException e) {
            log.warn("The database does not say what Telegram has; the message waits: {}", e.toString());
            return Optional.empty();
        }
        taken.ifPresent(this::fetch);
        return taken;
    }

    /** In one piece, so that between the look for an id and the claim nobody can upload the same. */
    private synchronized Optional<Load> claim(FileKind kind, List<Attachment> files) {
        Load load = new Load(this);
        List<Good> missing = new ArrayList<>();
        for (Attachment file : new LinkedHashSet<>(files)) {
            Good good = new Good(kind, file);
            Optional<String> id = ids.of(kind, file);
            if (id.isPresent()) {
                load.addKnown(good, id.get());
            } else if (!isInTrouble(good)) {
                missing.add(good);
            }
        }
        if (missing.stream().map(Good::key).anyMatch(this::isBusy)) {
            return Optional.empty();
        }
        missing.forEach(good -> underWay.merge(good.key(), 1, Integer::sum));
        load.claim(missing);
        return Optional.of(load);
    }

    /** One upload serves everybody, unless its id is never told; then a few at once, since each holds the file in memory. */
    private boolean isBusy(String key) {
        return underWay.getOrDefault(key, 0) >= (untold.contains(key) ? AT_ONCE : 1);
    }

    private void fetch(Load load) {
        try {
            load.claimed().forEach(good -> fetch(good, load));
        } catch (RuntimeException | Error e) {
            load.close();
            throw e;
        }
    }

    private void fetch(Good good, Load load) {
        attachments
                .bytes(good.file())
                .ifPresentOrElse(
                        bytes -> load.addUpload(good, bytes),
                        () -> trouble(good, "it is gone or has changed since the start", LONGEST, false));
    }

    private boolean isInTrouble(Good good) {
        Trouble trouble = troubles.get(good.key());
        return trouble != null && trouble.until() - System.nanoTime() > 0;
    }

    /** How long a file that could not be uploaded is still left out; empty where waiting would not help. */
    synchronized Optional<Duration> pause(FileKind kind, Attachment file) {
        Trouble trouble = troubles.get(new Good(kind, file).key());
        return trouble == null || !trouble.mayPass()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(1, trouble.until() - System.nanoTime())));
    }

    /** Telegram has the file and says by which id. */
    void learn(Good good, String fileId) {
        ids.learn(good.kind(), good.file(), fileId);
        synchronized (this) {
            troubles.remove(good.key());
        }
    }

    /** The server has the file and does not say by which id: everybody uploads it. */
    synchronized void untold(Good good) {
        if (untold.add(good.key())) {
            log.warn(
                    "Telegram does not say by which id it has the {} {}; every message uploads it",
                    good.kind().word(),
                    good.file().name());
        }
    }

    void forget(Good good, String fileId) {
        ids.forget(good.kind(), good.file(), fileId);
    }

    /** Telegram refuses the file: it would again. */
    void refused(Good good, String why) {
        trouble(good, why, LONGEST, false);
    }

    /** The upload failed, and another might not: it is tried again after a while, which doubles each time. */
    void failed(Good good, String why) {
        trouble(good, why, SHORTEST, true);
    }

    private synchronized void trouble(Good good, String why, Duration atLeast, boolean mayPass) {
        Trouble before = troubles.get(good.key());
        int times = before == null ? 1 : before.times() + 1;
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(times - 1, 10));
        Duration wanted = doubled.compareTo(atLeast) > 0 ? doubled : atLeast;
        Duration pause = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
        troubles.put(good.key(), new Trouble(System.nanoTime() + pause.toNanos(), times, mayPass));
        log.warn(
                "The {} {} cannot be given to Telegram ({}); messages go without it for {} minutes",
                good.kind().word(),
                good.file().name(),
                why,
                pause.toMinutes());
    }

    synchronized void release(List<Good> goods) {
        goods.forEach(
                good -> underWay.computeIfPresent(good.key(), (key, uploads) -> uploads == 1 ? null : uploads - 1));
    }
}
