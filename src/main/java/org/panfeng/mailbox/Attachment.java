package org.panfeng.mailbox;

/**
 * A file that goes out with a message, by reference: its bytes are never in the outbox.
 *
 * @param name as people see it
 * @param sha256 of its bytes, in 64 lower-case hex digits: another content is another file, whatever its name
 */
public record Attachment(String name, String sha256) {
    public Attachment {
        if (name.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("An attachment needs a name and a SHA-256: " + name + " " + sha256);
        }
    }
}
