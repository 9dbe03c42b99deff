package org.panfeng.chat;

/** Text that is HTML already, so that it is not escaped again where it is put into a message. */
public record Html(String value) {

    /** Makes any text safe inside a message. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** People's words within a line: isolated and escaped. */
    public static Html of(String text) {
        return new Html(escape(Isolates.of(text)));
    }

    @Override
    public String toString() {
        return value;
    }
}
