package org.panfeng.sandbox;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The size of a picture in pixels, read from the header of a PNG or a JPEG. */
record ImageSize(int width, int height) {

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int JPEG_START = 0xFFD8;

    static Optional<ImageSize> of(byte[] image) {
        ByteBuffer bytes = ByteBuffer.wrap(image);
        if (image.length >= 24 && bytes.getLong(0) == PNG_SIGNATURE) {
            return Optional.of(new ImageSize(bytes.getInt(16), bytes.getInt(20)));
        }
        boolean jpeg = image.length > 4 && unsigned(bytes, 0) == JPEG_START;
        return jpeg ? jpeg(bytes) : Optional.empty();
    }

    /** Walks from segment to segment to the frame header, which has the size. */
    private static Optional<ImageSize> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.capacity() && bytes.get(at) == (byte) 0xFF) {
            if (isFrameHeader(bytes.get(at + 1) & 0xFF)) {
                return Optional.of(new ImageSize(unsigned(bytes, at + 7), unsigned(bytes, at + 5)));
            }
            at += 2 + unsigned(bytes, at + 2);
        }
        return Optional.empty();
    }

    /** Whether Telegram takes a photo of this size. */
    boolean isPossible() {
        return (long) width + height <= 10_000 && Math.max(width, height) <= 20L * Math.min(width, height);
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
