package org.panfeng.chat;

/** People's words on buttons. */
public final class Labels {
    /** More than a button in a row of two can show on a phone. */
    private static final int ROOM = 24;

    private Labels() {}

    /** A name, cut to what a button shows. */
    public static String of(String name) {
        return Isolates.of(Graphemes.cut(name, ROOM));
    }
}
