package org.panfeng.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A checksum of every block of an H2 file, kept beside it. H2 itself would take a flipped bit in a row for what was written. The sums of a
 * block are written just before the block, and what is about to be written is noted, so that a kill between the two is taken for no damage.
 */
final class BlockSums implements AutoCloseable {
    static final int BLOCK = 4096;
    private static final int UNKNOWN = 0;
    private static final long MAGIC = 0x70616e66656e6701L;
    private static final int HEADER = 32;
    private static final Map<String, BlockSums> OPEN = new ConcurrentHashMap<>();

    private final String key;
    private final SteadyFile side;
    private final long boot = boot();
    private volatile int[] sums = new int[256];
    private volatile @Nullable FileChannel file;

    private BlockSums(Path database, SteadyFile side) {
        this.key = key(database);
        this.side = side;
    }

    static Path of(Path database) {
        return Path.of(database.toString().replace(H2Url.ENDING, ".sums"));
    }

    private static String key(Path database) {
        return database.toAbsolutePath().normalize().toString();
    }

    /** Those of a file that is about to be opened by its owner; empty for everybody else. */
    static Optional<BlockSums> opened(Path file) {
        return Optional.ofNullable(OPEN.get(key(file)));
    }

    /**
     * Takes up the sums of a database.
     *
     * @param journal what stands beside the database; without it nobody knows whether the sums belong to it
     */
    static BlockSums open(Path database, Optional<Journal.Entry> journal) throws IOException {
        Path place = of(database);
        if (journal.isEmpty()) {
            Files.deleteIfExists(place);
        }
        SteadyFile side = new SteadyFile(place);
        BlockSums sums = new BlockSums(database, side);
        sums.load(journal.isPresent() && journal.get().isClosed());
        OPEN.put(sums.key, sums);
        return sums;
    }

    private void load(boolean isClosed) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(side.readAll());
        boolean isOurs = all.limit() >= HEADER && all.getLong() == MAGIC;
        // What a power cut has left on the disk nobody knows: file and sums are written in any order.
        if (isOurs && (all.getLong() == boot() || isClosed)) {
            long from = all.getLong();
            long length = all.getLong();
            sums = new int[Math.max(256, all.remaining() / Integer.BYTES)];
            all.asIntBuffer().get(sums, 0, all.remaining() / Integer.BYTES);
            if (!isClosed) {
                forget(from, length);
            }
        }
        note(0, 0);
        store(0, sums.length);
    }

    private void forget(long from, long length) {
        for (long block = from / BLOCK; block * BLOCK < from + length && block < sums.length; block++) {
            sums[(int) block] = UNKNOWN;
        }
    }

    private static long boot() {
        CRC32 crc = new CRC32();
        try {
            crc.update(Files.readAllBytes(Path.of("/proc/sys/kernel/random/boot_id")));
        } catch (IOException e) {
            // Another system; there a power cut is not told from a kill.
        }
        return crc.getValue();
    }

    /** Writes a piece of the file, and its sums before it. */
    synchronized int write(FileChannel file, ByteBuffer piece, long at) throws IOException {
        int length = piece.remaining();
        int first = Math.toIntExact(at / BLOCK);
        int end = Math.toIntExact((at + length + BLOCK - 1) / BLOCK);
        grow(end);
        for (int block = first; block < end; block++) {
            long from = (long) block * BLOCK - at;
            boolean isWhole = from >= 0 && from + BLOCK <= length;
            sums[block] = isWhole ? sum(piece.slice(piece.position() + (int) from, BLOCK)) : UNKNOWN;
        }
        note(at, length);
        store(first, end);
        int start = piece.position();
        try {
            while (piece.hasRemaining()) {
                file.write(piece, at + piece.position() - start);
            }
            note(0, 0);
            return length;
        } catch (IOException e) {
            // Whoever tries again tries all of it.
            piece.position(start);
            throw e;
        }
    }

    synchronized void truncate(long size) throws IOException {
        int from = Math.toIntExact(Math.min(sums.length, size / BLOCK));
        Arrays.fill(sums, from, sums.length, UNKNOWN);
        store(from, sums.length);
    }

    private void grow(int blocks) {
        if (blocks > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(blocks, sums.length * 2));
        }
    }

    private void note(long from, long length) throws IOException {
        side.write(
                ByteBuffer.allocate(HEADER)
                        .putLong(MAGIC)
                        .putLong(boot)
                        .putLong(from)
                        .putLong(length)
                        .flip(),
                0);
    }

    private void store(int first, int end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((end - first) * Integer.BYTES);
        bytes.asIntBuffer().put(sums, first, end - first);
        side.write(bytes, HEADER + (long) first * Integer.BYTES);
    }

    /** Reads a piece of the file, and fails where it is not what was written. */
    int read(FileChannel file, ByteBuffer to, long at) throws IOException {
        long from = at / BLOCK * BLOCK;
        long end = (at + to.remaining() + BLOCK - 1) / BLOCK * BLOCK;
        ByteBuffer blocks = ByteBuffer.allocate(Math.toIntExact(end - from));
        fill(file, blocks, from);
        if (damaged(blocks, from) >= 0) {
            recheck(file, blocks, from);
        }
        int available = Math.min(to.remaining(), blocks.limit() - (int) (at - from));
        if (available <= 0) {
            return -1;
        }
        to.put(blocks.slice((int) (at - from), available));
        return available;
    }

    /** While nobody writes. */
    private synchronized void recheck(FileChannel file, ByteBuffer blocks, long from) throws IOException {
        blocks.clear();
        fill(file, blocks, from);
        long damaged = damaged(blocks, from);
        if (damaged >= 0) {
            throw new IOException("Block " + damaged + " of the database file is not what was written");
        }
    }

    private static void fill(FileChannel file, ByteBuffer blocks, long from) throws IOException {
        while (blocks.hasRemaining() && file.read(blocks, from + blocks.position()) > 0) {
            // Until all of it is there, or the file ends.
        }
        blocks.flip();
    }

    /** The first block that is not what was written; -1 if all are. */
    private long damaged(ByteBuffer blocks, long from) {
        int[] known = sums;
        for (int at = 0; at + BLOCK <= blocks.limit(); at += BLOCK) {
            long block = (from + at) / BLOCK;
            int expected = block < known.length ? known[(int) block] : UNKNOWN;
            if (expected != UNKNOWN && expected != sum(blocks.slice(at, BLOCK))) {
                return block;
            }
        }
        return -1;
    }

    private static int sum(ByteBuffer block) {
        CRC32 crc = new CRC32();
        crc.update(block);
        int sum = (int) crc.getValue();
        return sum == UNKNOWN ? 1 : sum;
    }

    /** The channel that reads the file: another one of this process would take H2's lock away when it is closed. */
    void watch(FileChannel opened) {
        file = opened;
    }

    /**
     * Reads the whole file.
     *
     * @throws IOException where it is not what was written
     */
    void check() throws IOException {
        FileChannel watched = file;
        if (watched == null) {
            return;
        }
        ByteBuffer piece = ByteBuffer.allocate(256 * BLOCK);
        long at = 0;
        for (int read = read(watched, piece, at); read > 0; read = read(watched, piece, at)) {
            at += read;
            piece.clear();
        }
    }

    @Override
    public void close() throws IOException {
        OPEN.remove(key);
        side.force();
        side.close();
    }
}
