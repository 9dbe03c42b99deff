package org.panfeng.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The 256 most frequent colours of a picture. Ours has a thousand, nearly all of them shades on some edge of a few pixels each; with one
 * byte a pixel its file is half as large and made in half the time.
 */
final class Palette {
    private static final int SIZE = 256;

    private final int[] colours;
    private final Map<Integer, Byte> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /** @param pixels 0xRRGGBB each */
    static Palette of(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int from = 0, to; from < pixels.length; from = to) {
            to = endOfRun(pixels, from);
            counts.merge(pixels[from], to - from, Integer::sum);
        }
        Comparator<Entry<Integer, Integer>> byCount = Entry.comparingByValue(Comparator.reverseOrder());
        List<Entry<Integer, Integer>> ordered = counts.entrySet().stream()
                .sorted(byCount.thenComparing(Entry.comparingByKey()))
                .limit(SIZE)
                .toList();
        return new Palette(ordered.stream().mapToInt(Entry::getKey).toArray());
    }

    /** Most neighbours are alike, so that a run of them is looked up once. */
    private static int endOfRun(int[] pixels, int from) {
        int to = from + 1;
        while (to < pixels.length && pixels[to] == pixels[from]) {
            to++;
        }
        return to;
    }

    /** Red, green and blue of each colour, one after the other. */
    byte[] bytes() {
        byte[] bytes = new byte[colours.length * 3];
        for (int index = 0; index < colours.length; index++) {
            bytes[3 * index] = (byte) (colours[index] >> 16);
            bytes[3 * index + 1] = (byte) (colours[index] >> 8);
            bytes[3 * index + 2] = (byte) colours[index];
        }
        return bytes;
    }

    /** For each pixel the place of the colour that is nearest to its own. */
    byte[] indices(int[] pixels) {
        byte[] indices = new byte[pixels.length];
        for (int from = 0, to; from < pixels.length; from = to) {
            to = endOfRun(pixels, from);
            Arrays.fill(indices, from, to, nearest.computeIfAbsent(pixels[from], this::search));
        }
        return indices;
    }

    private byte search(int colour) {
        int best = 0;
        for (int index = 1; index < colours.length; index++) {
            if (distance(colours[index], colour) < distance(colours[best], colour)) {
                best = index;
            }
        }
        return (byte) best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
