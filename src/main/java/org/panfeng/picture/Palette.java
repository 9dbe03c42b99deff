package org.panfeng.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * 256 colours for a picture. Ours has a thousand, nearly all of them shades on some edge of a few pixels each; with one byte a pixel its
 * file is half as large and made in half the time. First come the most frequent, so that flat areas keep their colour, then whichever
 * is worst served by those before it, so that none is far off.
 */
final class Palette {
    private static final int SIZE = 256;
    private static final int FREQUENT = 64;

    private final int[] colours;
    /** The place of the colour that stands for each in the picture. */
    private final Map<Integer, Byte> places = new HashMap<>();

    private Palette(int[] all) {
        colours = new int[Math.min(SIZE, all.length)];
        byte[] served = new byte[all.length];
        int[] off = new int[all.length];
        Arrays.fill(off, Integer.MAX_VALUE);
        for (int place = 0; place < colours.length; place++) {
            colours[place] = all[place < FREQUENT ? place : greatest(off)];
            serve(all, place, served, off);
        }
        for (int i = 0; i < all.length; i++) {
            places.put(all[i], served[i]);
        }
    }

    /** @param pixels 0xRRGGBB each */
    static Palette of(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int from = 0, to; from < pixels.length; from = to) {
            to = endOfRun(pixels, from);
            counts.merge(pixels[from], to - from, Integer::sum);
        }
        Comparator<Entry<Integer, Integer>> byCount = Entry.comparingByValue(Comparator.reverseOrder());
        return new Palette(counts.entrySet().stream()
                .sorted(byCount.thenComparing(Entry.comparingByKey()))
                .mapToInt(Entry::getKey)
                .toArray());
    }

    private void serve(int[] all, int place, byte[] served, int[] off) {
        for (int i = 0; i < all.length; i++) {
            int distance = distance(all[i], colours[place]);
            if (distance < off[i]) {
                off[i] = distance;
                served[i] = (byte) place;
            }
        }
    }

    private static int greatest(int[] values) {
        int greatest = 0;
        for (int i = 1; i < values.length; i++) {
            greatest = values[i] > values[greatest] ? i : greatest;
        }
        return greatest;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    /** Red, green and blue of each colour, one after the other. */
    byte[] bytes() {
        byte[] bytes = new byte[colours.length * 3];
        for (int place = 0; place < colours.length; place++) {
            bytes[3 * place] = (byte) (colours[place] >> 16);
            bytes[3 * place + 1] = (byte) (colours[place] >> 8);
            bytes[3 * place + 2] = (byte) colours[place];
        }
        return bytes;
    }

    /** @param pixels those the palette is for */
    byte[] indices(int[] pixels) {
        byte[] indices = new byte[pixels.length];
        for (int from = 0, to; from < pixels.length; from = to) {
            to = endOfRun(pixels, from);
            Arrays.fill(indices, from, to, places.getOrDefault(pixels[from], (byte) 0));
        }
        return indices;
    }

    /** Most neighbours are alike, so that a run of them is looked up once. */
    private static int endOfRun(int[] pixels, int from) {
        int to = from + 1;
        while (to < pixels.length && pixels[to] == pixels[from]) {
            to++;
        }
        return to;
    }
}
