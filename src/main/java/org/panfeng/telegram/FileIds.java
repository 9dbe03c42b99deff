package org.panfeng.telegram;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Attachment;

/** The ids by which Telegram knows what it was given before; they are good for one bot only. */
final class FileIds {
    private final Jdbi jdbi;
    private final String botId;
    private final Map<Key, String> known = new ConcurrentHashMap<>();

    private record Key(FileKind kind, String sha256) {
        Key(FileKind kind, Attachment file) {
            this(kind, file.sha256());
        }
    }

    FileIds(Jdbi jdbi, String botId) {
        this.jdbi = jdbi;
        this.botId = botId;
    }

    Optional<String> of(FileKind kind, Attachment file) {
        Key key = new Key(kind, file);
        Optional<String> id = Optional.ofNullable(known.get(key)).or(() -> stored(key));
        id.ifPresent(found -> known.put(key, found));
        return id;
    }

    private Optional<String> stored(Key key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select file_id from uploaded_file where bot_id = :bot and kind = :kind and sha256 = :sha256")
                .bind("bot", botId)
                .bind("kind", key.kind().word())
                .bind("sha256", key.sha256())
                .mapTo(String.class)
                .findOne());
    }

    /** Telegram knows this file by this id from now on. */
    void learn(FileKind kind, Attachment file, String fileId) {
        Key key = new Key(kind, file);
        jdbi.useTransaction(handle -> {
            int changed = handle.createUpdate("""
                            update uploaded_file set file_id = :id where bot_id = :bot and kind = :kind and sha256 = :sha256
                            """)
                    .bind("id", fileId)
                    .bind("bot", botId)
                    .bind("kind", kind.word())
                    .bind("sha256", file.sha256())
                    .execute();
            if (changed == 0) {
                handle.createUpdate("""
                                insert into uploaded_file (bot_id, kind, sha256, file_id) values (:bot, :kind, :sha256, :id)
                                on conflict do nothing
                                """)
                        .bind("bot", botId)
                        .bind("kind", kind.word())
                        .bind("sha256", file.sha256())
                        .bind("id", fileId)
                        .execute();
            }
        });
        known.put(key, fileId);
    }

    /** Telegram knows nothing by this id any more. Another one that was learnt meanwhile stays. */
    void forget(FileKind kind, Attachment file, String fileId) {
        known.remove(new Key(kind, file), fileId);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from uploaded_file
                        where bot_id = :bot and kind = :kind and sha256 = :sha256 and file_id = :id
                        """)
                .bind("bot", botId)
                .bind("kind", kind.word())
                .bind("sha256", file.sha256())
                .bind("id", fileId)
                .execute());
    }
}
