package org.panfeng.chat;

/**
 * A command as it was typed.
 *
 * @param name without the slash and without the bot's name
 * @param words what comes after it, trimmed; may be empty
 */
record Slash(String name, String words) {

    /** Whether a text asks for a command at all. */
    static boolean is(String text) {
        return text.startsWith("/");
    }

    static Slash of(String text) {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String name = text.substring(1, end);
        int at = name.indexOf('@');
        return new Slash(
                at < 0 ? name : name.substring(0, at), text.substring(end).strip());
    }
}
