package org.panfeng.mailbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Pictures that were drawn for a message, kept for as long as it may still be sent. */
public final class Pictures implements Attachments {
    private final Jdbi jdbi;
    private final Clock realTime;

    public Pictures(Jdbi jdbi, Clock realTime) {
        this.jdbi = jdbi;
        this.realTime = realTime;
    }

    /** Keeps a picture, in the caller's transaction. */
    public Attachment keep(String name, byte[] png) {
        Attachment attachment = new Attachment(name, sha256(png));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into picture (sha256, content, drawn_at) values (:sha, :content, :at) on conflict do nothing
                        """)
                .bind("sha", attachment.sha256())
                .bind("content", png)
                .bind("at", realTime.instant())
                .execute());
        return attachment;
    }

    @Override
    public Optional<byte[]> bytes(Attachment attachment) {
        return jdbi.withHandle(handle -> handle.createQuery("select content from picture where sha256 = :sha")
                .bind("sha", attachment.sha256())
                .mapTo(byte[].class)
                .findOne());
    }

    /** Forgets what was drawn before this instant of real time, and what the messenger calls it. */
    public void prune(Instant before) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            delete from uploaded_file
                            where sha256 in (select sha256 from picture where drawn_at < :before)
                            """).bind("before", before).execute();
            handle.createUpdate("delete from picture where drawn_at < :before")
                    .bind("before", before)
                    .execute();
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
