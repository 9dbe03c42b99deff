package org.panfeng.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folders that files of ours stand in. */
final class Folders {
    private Folders() {}

    /** Makes a new name durable; not every system knows how, and those that do not need it less. */
    static void sync(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder.
        }
    }

    /** Makes a file's bytes durable. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the folder of a database where it is missing. */
    static void prepare(Path file) throws Unusable {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new Unusable(
                    "The folder " + folder + " cannot be made" + obstacle(folder)
                            + ". Give the user that runs Panfeng the right to write there, or name another place in database.url.");
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw new Unusable(
                    "The folder " + folder
                            + " cannot be written. Give the user that runs Panfeng the right to, or name another place in database.url.");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new Unusable(
                    "The database file " + file + " cannot be written. Give the user that runs Panfeng the right to.");
        }
    }

    private static String obstacle(@Nullable Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return Files.isDirectory(above) ? "" : ": " + above + " is a file";
            }
        }
        return "";
    }
}
