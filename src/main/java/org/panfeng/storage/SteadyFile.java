package org.panfeng.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A file that is written in place. A {@code FileChannel} would be closed under everybody by a thread that is interrupted while it writes. */
final class SteadyFile implements AutoCloseable {
    private final RandomAccessFile file;

    /** Opens it for reading and writing, and makes it where it is missing. */
    SteadyFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    synchronized void write(ByteBuffer bytes, long at) throws IOException {
        file.seek(at);
        file.write(bytes.array(), bytes.position(), bytes.remaining());
    }

    synchronized byte[] readAll() throws IOException {
        byte[] all = new byte[Math.toIntExact(file.length())];
        file.seek(0);
        file.readFully(all);
        return all;
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
