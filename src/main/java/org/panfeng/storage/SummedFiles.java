package org.panfeng.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/** A file system for H2 that guards the database file with {@link BlockSums}, and leaves other files alone. H2 makes its instances. */
public final class SummedFiles extends FilePathWrapper {
    static final String SCHEME = "sums";

    static void register() {
        FilePath.register(new SummedFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        Optional<BlockSums> sums = BlockSums.opened(Path.of(getBase().toString()));
        return sums.isEmpty() || mode.equals("r") ? file : new Summed(file, sums.get());
    }

    /** The database file itself. */
    private static final class Summed extends FileBaseDefault {
        private final FileChannel file;
        private final BlockSums sums;

        Summed(FileChannel file, BlockSums sums) {
            this.file = file;
            this.sums = sums;
            sums.watch(file);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer to, long at) throws IOException {
            return to.hasRemaining() ? sums.read(file, to, at) : 0;
        }

        @Override
        public int write(ByteBuffer piece, long at) throws IOException {
            return sums.write(file, piece, at);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
            sums.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
