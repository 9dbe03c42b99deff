package org.panfeng.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Attachments;

/**
 * The files that the lessons use, read again each time they are asked for: an office keeps more of them than should be in memory.
 *
 * @param names by the SHA-256 of the content; no other file is ever read
 */
record LessonFiles(ConfigFolder folder, Map<String, String> names) implements Attachments {
    LessonFiles {
        names = Map.copyOf(names);
    }

    @Override
    public Optional<byte[]> bytes(Attachment attachment) {
        return Optional.ofNullable(names.get(attachment.sha256()))
                .flatMap(name -> read(name))
                .filter(bytes -> MediaFolder.sha256(bytes).equals(attachment.sha256()));
    }

    private Optional<byte[]> read(String name) {
        try {
            return folder.look(path -> bytes(path.resolve(name)));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
