package org.panfeng.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Puts a backup into the place of an H2 file. It is built beside it and compared with what the backup says of itself before anything is
 * replaced; the old file is kept under another name.
 */
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Address address;
    private final Path file;

    /**
     * @throws Unusable when the database is none in an H2 file
     */
    public Restore(Address address) throws Unusable {
        this.address = address;
        this.file = H2Url.file(address.url()).orElseThrow(() -> new Unusable(Backups.NOT_A_FILE));
    }

    /**
     * What was restored.
     *
     * @param kept where the replaced file is now; empty if there was none
     */
    public record Restored(Path file, Optional<Path> kept, Instant madeAt, long rows, int tables) {}

    /**
     * @param progress hears how far it is
     * @throws Unusable when the bot is running, or the backup is no good; then nothing has changed
     * @throws IOException when files cannot be written
     */
    public Restored from(Path backup, Instant now, Consumer<String> progress) throws Unusable, IOException {
        Folders.prepare(file);
        checkIsFree();
        Path data = sibling(".restoring.sql.gz");
        SummedFiles.register();
        Path built = sibling(".restoring" + H2Url.ENDING);
        try {
            Manifest manifest;
            try (OutputStream out = Files.newOutputStream(data)) {
                manifest = Sealed.open(backup, out);
            }
            progress.accept("the backup of " + manifest.madeAt() + " is whole; building the database from it");
            Files.deleteIfExists(built);
            FileCheck.Mark mark = build(built, data, manifest);
            Optional<Path> kept = swap(built, mark, now);
            return new Restored(
                    file,
                    kept,
                    manifest.madeAt(),
                    manifest.contents().rows(),
                    manifest.contents().tables().size());
        } catch (SQLException e) {
            throw new Unusable("The backup " + backup + " cannot be restored: "
                    + (Faults.isOfTheDisk(e) ? Faults.words(e) : "H2 refuses what is in it")
                    + ". Nothing was changed.");
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(built);
        }
    }

    private Path sibling(String ending) {
        return Path.of(file.toString().replace(H2Url.ENDING, ending));
    }

    /** Whoever has the file open has locked it. */
    private void checkIsFree() throws Unusable, IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw running();
            }
        } catch (OverlappingFileLockException e) {
            throw running();
        }
    }

    private Unusable running() {
        return new Unusable("The database " + file
                + " is in use: restore replaces it, so Panfeng must be stopped first. Nothing was changed.");
    }

    private FileCheck.Mark build(Path built, Path data, Manifest manifest) throws SQLException, Unusable {
        try (Connection connection =
                        DriverManager.getConnection(H2Url.complete(built), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "runscript from '" + data.toString().replace("'", "''") + "' compression gzip charset 'UTF-8'");
            if (!Contents.of(connection, rows -> {}).equals(manifest.contents())) {
                throw new Unusable(
                        "What was built from the backup is not what the backup says of itself. Nothing was changed. Take another one.");
            }
            if (Database.isOfTheFuture(H2Url.complete(built), address.user(), address.password())) {
                throw new Unusable("The backup was made by Panfeng " + manifest.version()
                        + ", which is newer than this one. Restore it with that version. Nothing was changed.");
            }
            FileCheck.Mark mark = new FileCheck.Mark(UUID.randomUUID().toString(), 1);
            statement.execute("delete from journal");
            statement.execute("insert into journal (id, lineage, mark) values (1, '" + mark.lineage() + "', 1)");
            statement.execute("shutdown");
            return mark;
        }
    }

    /** Between the two steps a kill leaves a database that is refused with words, never one that is taken for another. */
    private Optional<Path> swap(Path built, FileCheck.Mark mark, Instant now) throws IOException {
        Folders.force(built);
        Optional<Path> kept = keep(now);
        Journal.replace(file, new Journal.Entry(mark.lineage(), mark.value(), Files.size(built), true));
        Files.deleteIfExists(BlockSums.of(file));
        Files.move(built, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(file);
        return kept;
    }

    private Optional<Path> keep(Instant now) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path kept = sibling(".replaced-" + STAMP.format(now) + H2Url.ENDING);
        try {
            Files.createLink(kept, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(kept);
    }
}
