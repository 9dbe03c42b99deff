package org.panfeng.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The small file beside an H2 file that says what must be in it. Each line written takes the place of the one before, with a single write
 * within one sector, so that neither a kill nor a power cut leaves half of one.
 */
final class Journal implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile(
            "panfeng journal 1 (\\S{1,36}) mark (\\d{1,19}) size (\\d{1,19}) (open|closed) ([0-9a-f]{8})\\s*");
    private static final int LENGTH = 160;

    private final SteadyFile file;

    /**
     * What must be there.
     *
     * @param lineage which database this is; a restore begins a new one
     * @param mark the number that the database holds, or a lower one
     * @param size of the file in bytes
     * @param isClosed the file was closed in good order, so that its size is final
     */
    record Entry(String lineage, long mark, long size, boolean isClosed) {}

    private Journal(SteadyFile file) {
        this.file = file;
    }

    static Path of(Path database) {
        return Path.of(database.toString().replace(H2Url.ENDING, ".journal"));
    }

    /**
     * What stands beside this database; empty where there is no journal.
     *
     * @throws IOException when there is one that cannot be read or was changed
     */
    static Optional<Entry> read(Path database) throws IOException {
        Path place = of(database);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        String text = Files.readString(place, StandardCharsets.ISO_8859_1);
        Matcher line = LINE.matcher(text);
        if (!line.matches() || !line.group(5).equals(seal(text.substring(0, line.start(5) - 1)))) {
            throw new IOException("not a journal");
        }
        return Optional.of(new Entry(
                line.group(1),
                Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)),
                line.group(4).equals("closed")));
    }

    /** Puts a journal beside a database, synced, in one step. */
    static void replace(Path database, Entry entry) throws IOException {
        Path place = of(database);
        Path next = place.resolveSibling(place.getFileName() + ".new");
        Files.deleteIfExists(next);
        try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            out.write(bytes(entry), 0);
            out.force(true);
        }
        Files.move(next, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(place);
    }

    /** Opens the journal that is there. */
    static Journal open(Path database) throws IOException {
        return new Journal(new SteadyFile(of(database)));
    }

    /** Survives a kill, and once it is {@link #force forced} a power cut. */
    void write(Entry entry) throws IOException {
        file.write(bytes(entry), 0);
    }

    void force() throws IOException {
        file.force();
    }

    private static ByteBuffer bytes(Entry entry) {
        String text = "panfeng journal 1 " + entry.lineage() + " mark " + entry.mark() + " size " + entry.size() + " "
                + (entry.isClosed() ? "closed" : "open");
        String line = text + " " + seal(text);
        return ByteBuffer.wrap(
                (line + " ".repeat(LENGTH - line.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String seal(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return String.format("%08x", crc.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
