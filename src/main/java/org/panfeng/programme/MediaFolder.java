package org.panfeng.programme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.panfeng.mailbox.Attachment;

/** The pictures and documents beside the lessons, looked at while the lessons are read. */
final class MediaFolder {
    private static final List<String> PICTURES = List.of("png", "jpg", "jpeg");
    private static final List<String> DOCUMENTS =
            List.of("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt", "csv", "zip");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private static final long MEGABYTE = 1 << 20;
    /** What Telegram takes as a photo, and as a file of any kind. */
    private static final long PICTURE_BYTES = 10 * MEGABYTE;

    private static final long DOCUMENT_BYTES = 50 * MEGABYTE;
    private static final int MOST_PIXELS = 10_000;
    private static final int MOST_RATIO = 20;

    private final Path folder;
    private final List<String> names;
    private final Map<String, Attachment> read = new HashMap<>();

    /**
     * @param folder good as long as this is used; need not be there
     */
    MediaFolder(Path folder) {
        this.folder = folder;
        this.names = ConfigFiles.names(folder, name -> !name.endsWith(".md"));
    }

    /** The picture of this name; empty, and a report of what is wrong with it, if there is none. */
    Optional<Attachment> picture(String name, Consumer<String> report) {
        return file(name, "picture", PICTURES, PICTURE_BYTES, report)
                .filter(bytes -> isPicture(name, bytes, report))
                .map(bytes -> attachment(name, bytes));
    }

    /** The document of this name; empty, and a report of what is wrong with it, if there is none. */
    Optional<Attachment> document(String name, Consumer<String> report) {
        return file(name, "document", DOCUMENTS, DOCUMENT_BYTES, report).map(bytes -> attachment(name, bytes));
    }

    private Optional<byte[]> file(String name, String kind, List<String> endings, long most, Consumer<String> report) {
        Optional<String> problem = ofName(name, kind, endings);
        if (problem.isEmpty()) {
            try {
                problem = ofSize(name, kind, Files.size(folder.resolve(name)), most);
                if (problem.isEmpty()) {
                    return Optional.of(Files.readAllBytes(folder.resolve(name)));
                }
            } catch (IOException e) {
                problem = Optional.of("\"%s\" cannot be read (%s)"
                        .formatted(name, e.getClass().getSimpleName()));
            }
        }
        problem.ifPresent(report);
        return Optional.empty();
    }

    private Optional<String> ofName(String name, String kind, List<String> endings) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "\"%s\" is no file beside the lesson; the name of a %s has lower-case letters, digits, dots"
                                    .formatted(name, kind)
                            + " and hyphens");
        }
        if (!endings.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Optional.of(
                    "\"%s\" is no %s; its name ends with .%s".formatted(name, kind, String.join(", .", endings)));
        }
        return names.contains(name)
                ? Optional.empty()
                : Optional.of("there is no file \"%s\" beside the lesson.%s"
                        .formatted(name, Spelling.didYouMean(name, names)));
    }

    private static Optional<String> ofSize(String name, String kind, long size, long most) {
        if (size == 0) {
            return Optional.of("the %s \"%s\" is empty".formatted(kind, name));
        }
        // Rounded up, so that what is too big looks it.
        return size <= most
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the %s \"%s\" has %.1f MB; %d MB are possible",
                        kind,
                        name,
                        Math.ceil(10.0 * size / MEGABYTE) / 10,
                        most / MEGABYTE));
    }

    private static boolean isPicture(String name, byte[] bytes, Consumer<String> report) {
        Optional<PictureSize> size = PictureSize.of(bytes);
        if (size.isEmpty()) {
            report.accept("\"" + name + "\" is neither a PNG nor a JPEG inside; save the picture as one of them");
            return false;
        }
        if (!size.get().fits(MOST_PIXELS, MOST_RATIO)) {
            report.accept(
                    "the picture \"%s\" has %d × %d pixels; at most %d in width and height together are possible, and one side at most %d times the other"
                            .formatted(name, size.get().width(), size.get().height(), MOST_PIXELS, MOST_RATIO));
            return false;
        }
        return true;
    }

    private Attachment attachment(String name, byte[] bytes) {
        return read.computeIfAbsent(name, known -> new Attachment(known, sha256(bytes)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The names of the files that were read, by their SHA-256. */
    Map<String, String> read() {
        Map<String, String> byHash = new HashMap<>();
        read.values().forEach(file -> byHash.put(file.sha256(), file.name()));
        return byHash;
    }
}
