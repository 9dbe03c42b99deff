package org.panfeng.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A folder of an office's own, or one that Panfeng ships: in the folder of classes, or inside the jar, which is opened for each look.
 *
 * @param root the folder itself, or the jar it is in
 * @param within where it stands in the jar; empty for a folder of its own
 */
record ConfigFolder(Path root, String within) {

    static ConfigFolder own(Path folder) {
        return new ConfigFolder(folder, "");
    }

    /**
     * @param shippedIn the jar, or the folder of classes, that holds the files Panfeng ships
     */
    static ConfigFolder shipped(Path shippedIn, String within) {
        return Files.isDirectory(shippedIn) ? own(shippedIn.resolve(within)) : new ConfigFolder(shippedIn, within);
    }

    /** Looks into the folder, which need not be there; the path is good for this look only. */
    <T> T look(Function<Path, T> at) {
        if (within.isEmpty()) {
            return at.apply(root);
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
            return at.apply(jar.getPath(within));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
