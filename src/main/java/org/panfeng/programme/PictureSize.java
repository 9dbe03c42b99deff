package org.panfeng.programme;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Width and height of a PNG or a JPEG in pixels, as its header says. */
record PictureSize(int width, int height) {
    private static final long PNG = 0x8950_4E47_0D0A_1A0AL;
    private static final int IHDR = 0x4948_4452;
    private static final int JPEG = 0xFFD8;
    private static final int NO_SIZE_BELOW = 0xC0;
    private static final int NO_SIZE_ABOVE = 0xCF;

    /** Empty if these bytes are neither. */
    static Optional<PictureSize> of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length > 24 && bytes.getLong(0) == PNG && bytes.getInt(12) == IHDR) {
            return positive(bytes.getInt(16), bytes.getInt(20));
        }
        return file.length > 4 && unsigned(bytes, 0) == JPEG ? inFrame(bytes) : Optional.empty();
    }

    /** A JPEG is a row of segments: a marker, a length, a content. The one that opens the frame has the size. */
    private static Optional<PictureSize> inFrame(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 <= bytes.capacity() && bytes.get(at) == (byte) 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (opensFrame(marker)) {
                return positive(unsigned(bytes, at + 7), unsigned(bytes, at + 5));
            }
            // A marker may be preceded by any number of 0xFF.
            at += marker == 0xFF ? 1 : 2 + unsigned(bytes, at + 2);
        }
        return Optional.empty();
    }

    /** The markers from C0 to CF, without those of Huffman tables (C4), extensions (C8) and arithmetic coding (CC). */
    private static boolean opensFrame(int marker) {
        boolean isTable = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= NO_SIZE_BELOW && marker <= NO_SIZE_ABOVE && !isTable;
    }

    private static Optional<PictureSize> positive(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PictureSize(width, height)) : Optional.empty();
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    boolean fits(int mostTogether, int mostRatio) {
        return (long) width + height <= mostTogether
                && Math.max(width, height) <= (long) mostRatio * Math.min(width, height);
    }
}
