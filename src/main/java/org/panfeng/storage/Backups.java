package org.panfeng.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of the nightly backups. Files that were put there by somebody else are left alone. */
public final class Backups {
    /** What whoever asks for a backup of PostgreSQL is told. */
    public static final String NOT_A_FILE =
            "backup and restore are for a database in an H2 file. On PostgreSQL use pg_dump -Fc and pg_restore --clean; "
                    + "how stands in docs/operators.md.";

    private static final Pattern OURS = Pattern.compile("panfeng-\\d{4}-\\d{2}-\\d{2}\\.backup");

    private final Path folder;

    public Backups(Path folder) {
        this.folder = folder;
    }

    /** Where the backup of a night goes. */
    public Path of(LocalDate night) {
        return folder.resolve("panfeng-" + night + ".backup");
    }

    /** The nightly backups that are there, newest first. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all but the newest. */
    public void rotate(int keep) throws IOException {
        List<Path> all = all();
        for (Path old : all.subList(Math.min(keep, all.size()), all.size())) {
            Files.delete(old);
        }
    }

    /** The newest backup that is whole; empty where there is none. */
    public Optional<Path> lastGood() {
        return all().stream().filter(Backups::isWhole).findFirst();
    }

    private static boolean isWhole(Path file) {
        try {
            Sealed.open(file, OutputStream.nullOutputStream());
            return true;
        } catch (IOException | Unusable e) {
            return false;
        }
    }
}
