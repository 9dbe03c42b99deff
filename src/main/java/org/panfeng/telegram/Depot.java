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

    /** A file as one kind of thing. */
    record Good(FileKind kind, Attachment file) {
        /** What it is, by whatever name. */
        private String key() {
            return kind.word() + " " + file.sha256();
        }
    }

    /** Until when a file is left out, by the machine's clock in nanoseconds, and how often in a row it had to be. */
    private record Trouble(long until, int times) {}

    private final FileIds ids;
    private final Attachments attachments;
    private final Set<String> underWay = new HashSet<>();
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
        if (missing.stream().map(Good::key).anyMatch(underWay::contains)) {
            return Optional.empty();
        }
        missing.stream().map(Good::key).filter(key -> !untold.contains(key)).forEach(underWay::add);
        load.claim(missing);
        return Optional.of(load);
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
                        () -> trouble(good, "it is gone or has changed since the start", LONGEST));
    }

    private boolean isInTrouble(Good good) {
        Trouble trouble = troubles.get(good.key());
        return trouble != null && trouble.until() - System.nanoTime() > 0;
    }

    /** Telegram has the file and says by which id. */
    void learn(Good good, String fileId) {
        ids.learn(good.kind(), good.file(), fileId);
        synchronized (this) {
            troubles.remove(good.key());
        }
    }

    /** The server has the file and does not say by which id: everybody uploads it, and to wait for another would help nobody. */
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
        trouble(good, why, LONGEST);
    }

    /** The upload failed, and another might not: it is tried again after a while, which doubles each time. */
    void failed(Good good, String why) {
        trouble(good, why, SHORTEST);
    }

    private synchronized void trouble(Good good, String why, Duration atLeast) {
        Trouble before = troubles.get(good.key());
        int times = before == null ? 1 : before.times() + 1;
        Duration doubled = SHORTEST.multipliedBy(1L << Math.min(times - 1, 10));
        Duration wanted = doubled.compareTo(atLeast) > 0 ? doubled : atLeast;
        Duration pause = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
        troubles.put(good.key(), new Trouble(System.nanoTime() + pause.toNanos(), times));
        log.warn(
                "The {} {} cannot be given to Telegram ({}); messages go without it for {} minutes",
                good.kind().word(),
                good.file().name(),
                why,
                pause.toMinutes());
    }

    synchronized void release(List<Good> goods) {
        goods.stream().map(Good::key).forEach(underWay::remove);
    }
}
