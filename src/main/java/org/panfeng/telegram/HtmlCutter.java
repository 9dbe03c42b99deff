package org.panfeng.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts one block of HTML into pieces, after a line if possible, else after a sentence or a word. Tags that a cut leaves open are closed before it and opened again after it. */
final class HtmlCutter {
    /** A tag, a character reference, or one character; a surrogate pair is one character. */
    private static final Pattern TOKEN = Pattern.compile("<[^>]*>|&[a-z]+;|.", Pattern.DOTALL);

    /** What a piece may end with, the best first. */
    private static final List<String> ENDS = List.of("\n", "。！？；!?;", " ，、,");

    private final int limit;
    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final @Nullable Cut[] cuts = new @Nullable Cut[ENDS.size()];
    private int length;

    HtmlCutter(int limit) {
        this.limit = limit;
    }

    /** A place at which the piece may end, and what is open there, outermost first. */
    private record Cut(int index, int length, List<String> open) {}

    /** At least one piece, none longer than the limit. */
    List<String> cut(String html) {
        Matcher tokens = TOKEN.matcher(html);
        while (tokens.find()) {
            String token = tokens.group();
            if (token.startsWith("<")) {
                tag(token);
            } else {
                character(token);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private void tag(String tag) {
        piece.append(tag);
        if (tag.startsWith("</")) {
            open.removeLast();
        } else {
            open.addLast(tag);
        }
    }

    private void character(String character) {
        int units = character.startsWith("&") && character.length() > 1 ? 1 : character.length();
        if (length > 0 && length + units > limit) {
            end(bestCut());
        }
        piece.append(character);
        length += units;
        for (int i = 0; i < ENDS.size(); i++) {
            if (ENDS.get(i).contains(character)) {
                cuts[i] = here();
            }
        }
    }

    private Cut here() {
        return new Cut(piece.length(), length, List.copyOf(open));
    }

    /** A good end is worth half a page at most. */
    private Cut bestCut() {
        for (Cut cut : cuts) {
            if (cut != null && cut.length() > limit / 2) {
                return cut;
            }
        }
        return here();
    }

    private void end(Cut cut) {
        String rest = piece.substring(cut.index());
        piece.setLength(cut.index());
        pieces.add(piece.toString().stripTrailing() + closing(cut.open()));
        piece.setLength(0);
        piece.append(String.join("", cut.open())).append(rest);
        length -= cut.length();
        Arrays.fill(cuts, null);
    }

    private static String closing(List<String> tags) {
        StringBuilder closing = new StringBuilder();
        for (String tag : tags) {
            closing.insert(0, "</" + tag.substring(1).split("[ >]")[0] + ">");
        }
        return closing.toString();
    }
}
