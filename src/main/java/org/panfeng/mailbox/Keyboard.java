package org.panfeng.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The buttons under a message, row by row. */
public record Keyboard(List<List<Button>> rows) {

    /**
     * @param data what comes back when it is pressed, 1 to 64 bytes of UTF-8
     */
    public record Button(String label, String data) {
        public Button {
            int size = data.getBytes(StandardCharsets.UTF_8).length;
            if (label.isBlank() || size < 1 || size > 64) {
                throw new IllegalArgumentException("A button needs a label and 1 to 64 bytes of data: " + data);
            }
        }
    }

    public static final Keyboard NONE = new Keyboard(List.of());

    public Keyboard {
        rows = rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> List.copyOf(row))
                .toList();
    }

    public static Keyboard row(Button... buttons) {
        return new Keyboard(List.of(List.of(buttons)));
    }

    public static Keyboard column(List<Button> buttons) {
        return new Keyboard(buttons.stream().map(List::of).toList());
    }

    /** Lays the buttons out in rows of this many. */
    public static Keyboard grid(List<Button> buttons, int perRow) {
        List<List<Button>> rows = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += perRow) {
            rows.add(buttons.subList(from, Math.min(from + perRow, buttons.size())));
        }
        return new Keyboard(rows);
    }

    public Keyboard and(Keyboard below) {
        List<List<Button>> all = new ArrayList<>(rows);
        all.addAll(below.rows);
        return new Keyboard(all);
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
