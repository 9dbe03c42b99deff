package org.panfeng.chat;

/** Puts people's words into Markdown without their being read as markup. */
public final class Markdown {
    private Markdown() {}

    /** The text in one line, isolated, with a backslash before everything that could mean something in Markdown, in a table as well. */
    public static String escape(String text) {
        return Isolates.of(text.replace('\n', ' ')).replaceAll("([\\\\`*_{}\\[\\]()#+.!|<>~&-])", "\\\\$1");
    }
}
