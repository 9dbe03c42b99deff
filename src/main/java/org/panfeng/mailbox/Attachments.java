package org.panfeng.mailbox;

import java.util.Optional;

/** Where the bytes of attachments are kept. */
public interface Attachments {
    /** There are none. */
    Attachments NONE = attachment -> Optional.empty();

    /** All bytes of a file; empty if it is gone, cannot be read, or is no longer the one that was meant. */
    Optional<byte[]> bytes(Attachment attachment);
}
