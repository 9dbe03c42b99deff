package org.panfeng.programme;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A text that a person wrote, and where it stands.
 *
 * @param place the file as the person knows it, for findings
 * @param name the file's own name
 * @param text without byte order mark, its lines separated by {@code \n}
 */
public record TextFile(String place, String name, String text) {

    /** The text of a file, or empty and one more finding if the file holds none. */
    public static Optional<TextFile> read(Path file, List<Finding> findings) {
        String place = file.toString();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            findings.add(new Finding(place, 0, "cannot be read (" + e.getClass().getSimpleName() + ")"));
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, text, true);
        if (result.isError()) {
            int line = 1 + (int) text.flip().chars().filter(c -> c == '\n').count();
            findings.add(new Finding(place, line, "is not UTF-8 here; save the file with the encoding UTF-8"));
            return Optional.empty();
        }
        String decoded = text.flip().toString().replaceFirst("^\uFEFF", "").replaceAll("\r\n?", "\n");
        return Optional.of(new TextFile(place, String.valueOf(file.getFileName()), decoded));
    }

    public Finding finding(int line, String problem) {
        return new Finding(place, line, problem);
    }

    List<String> lines() {
        return text.lines().toList();
    }
}
