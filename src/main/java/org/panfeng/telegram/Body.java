package org.panfeng.telegram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** The body of a request, which knows whether any of it was written: without its body a request has no effect. */
final class Body implements AsyncEntityProducer {
    private final ContentType type;
    private final ByteBuffer bytes;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.OPEN);

    private enum Fate {
        OPEN,
        BEGUN,
        WITHDRAWN
    }

    Body(ContentType type, byte[] bytes) {
        this.type = type;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Whether none of it was written; then none of it will be. */
    boolean withdraw() {
        return fate.compareAndSet(Fate.OPEN, Fate.WITHDRAWN) || fate.get() == Fate.WITHDRAWN;
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (!fate.compareAndSet(Fate.OPEN, Fate.BEGUN) && fate.get() == Fate.WITHDRAWN) {
            throw new IOException("withdrawn");
        }
        if (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        if (!bytes.hasRemaining()) {
            channel.endStream();
        }
    }

    @Override
    public int available() {
        return Integer.MAX_VALUE;
    }

    @Override
    public long getContentLength() {
        return bytes.capacity();
    }

    @Override
    public String getContentType() {
        return type.toString();
    }

    @Override
    public String getContentEncoding() {
        return "";
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    /** Never: a message would arrive twice. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        // The request's own future tells of it.
    }

    @Override
    public void releaseResources() {
        // There are none.
    }
}
