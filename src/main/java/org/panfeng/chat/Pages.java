package org.panfeng.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/** One page of a list, with the buttons that turn it. */
public record Pages<T>(List<T> shown, int page, int count) {

    /**
     * @param page counted from 0; beyond the end means the last page
     */
    public static <T> Pages<T> of(List<T> all, int page, int size) {
        int count = count(all.size(), size);
        int within = Math.min(Math.max(page, 0), count - 1);
        return new Pages<>(all.subList(within * size, Math.min(all.size(), (within + 1) * size)), within, count);
    }

    /** How many pages of this size a list needs; one for an empty list. */
    public static int count(long total, int size) {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** A button for each entry, two a row, and below them those that turn the page. */
    public Keyboard keyboard(Function<T, Button> entry, IntFunction<String> turn) {
        return Keyboard.grid(shown.stream().map(entry).toList(), 2).and(turner(page, count, turn));
    }

    /** The row that turns pages: empty where there is one page only. */
    public static Keyboard turner(int page, int count, IntFunction<String> turn) {
        List<Button> row = new ArrayList<>();
        if (page > 0) {
            row.add(new Button("‹ " + page, turn.apply(page - 1)));
        }
        if (page < count - 1) {
            row.add(new Button((page + 2) + " ›", turn.apply(page + 1)));
        }
        return new Keyboard(List.of(row));
    }
}
