package org.panfeng.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one message, taken from the {@link Depot}: by their id where Telegram has them, with their bytes where not. */
final class Load implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Load.class);

    /**
     * One of them.
     *
     * @param label names it within the message: letters and digits
     * @param fileId Telegram's id; empty where the bytes go with the message
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Item(Depot.Good good, String label, Optional<String> fileId, byte[] bytes) {
        Attachment file() {
            return good.file();
        }

        /** The file itself, where it goes with the message. */
        List<Item> upload() {
            return fileId.isEmpty() ? List.of(this) : List.of();
        }

        /** How a request names the file. */
        String reference() {
            return fileId.orElse("attach://" + label);
        }
    }

    private final Depot depot;
    private final List<Depot.Good> claimed = new ArrayList<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    private boolean isInsisting;

    Load(Depot depot) {
        this.depot = depot;
    }

    void addKnown(Depot.Good good, String fileId) {
        add(good, Optional.of(fileId), new byte[0]);
    }

    void addUpload(Depot.Good good, byte[] bytes) {
        add(good, Optional.empty(), bytes);
    }

    private void add(Depot.Good good, Optional<String> fileId, byte[] bytes) {
        items.put(good.file().name(), new Item(good, "file" + (items.size() + 1), fileId, bytes));
    }

    void claim(List<Depot.Good> goods) {
        claimed.addAll(goods);
    }

    List<Depot.Good> claimed() {
        return claimed;
    }

    /** The file of this name, if Telegram has it or can have it. */
    Optional<Item> item(String name) {
        return Optional.ofNullable(items.get(name));
    }

    List<Item> uploads() {
        return items.values().stream().flatMap(item -> item.upload().stream()).toList();
    }

    /** This load is not given up for another when Telegram does not know an id: one such attempt is enough. */
    Load insisting() {
        isInsisting = true;
        return this;
    }

    /** Whether a refusal says that Telegram does not know an id of this load, so that the file is to be uploaded again. */
    boolean isOutdated(Refusal refusal) {
        return !isInsisting
                && Refusals.isOfFileId(refusal)
                && items.values().stream().anyMatch(item -> item.fileId().isPresent());
    }

    boolean isOutdated(Throwable failure) {
        return Refusals.answer(failure).filter(this::isOutdated).isPresent();
    }

    /**
     * Telegram's answer names a file that it was given. A database that is away costs another upload, and not the message.
     *
     * @param fileId empty if the answer says nothing of it
     */
    void learn(Item item, String fileId) {
        if (item.fileId().isPresent()) {
            return;
        } else if (fileId.isEmpty()) {
            depot.untold(item.good());
            return;
        }
        try {
            depot.learn(item.good(), fileId);
        } catch (RuntimeException e) {
            log.warn("The id of {} could not be written down: {}", item.file().name(), e.toString());
        }
    }

    /** Telegram knows nothing by the ids of this load any more, or by one of them. */
    void forgetIds() {
        try {
            items.values().forEach(item -> item.fileId().ifPresent(id -> depot.forget(item.good(), id)));
        } catch (RuntimeException e) {
            log.warn("Ids that Telegram does not know could not be forgotten: {}", e.toString());
        }
    }

    /** The message could not bring its uploads. */
    void uploadsFailed(Throwable failure) {
        uploads().forEach(item -> failed(item, failure));
    }

    /** One file could not be brought, for whatever reason but the chat or the connection. */
    void failed(Item item, Throwable failure) {
        Refusals.answer(failure)
                .filter(refusal -> refusal.code() < 500)
                .ifPresentOrElse(
                        refusal -> depot.refused(item.good(), refusal.said()),
                        () -> depot.failed(item.good(), Refusals.words(failure)));
    }

    /** Makes an attempt with this load and closes it afterwards, however the attempt ends. */
    CompletableFuture<Outcome> closedAfter(Supplier<CompletableFuture<Outcome>> attempt) {
        try {
            return attempt.get().whenComplete((outcome, failure) -> close());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        depot.release(claimed);
    }
}
