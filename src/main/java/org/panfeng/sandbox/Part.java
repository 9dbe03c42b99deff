package org.panfeng.sandbox;

/**
 * Whom somebody at the page can be, in the two languages of the page.
 *
 * @param invitation what a link that this person was given starts the bot with; empty if they were given none
 */
public record Part(String zh, String en, String invitation) {

    public Part(String zh, String en) {
        this(zh, en, "");
    }
}
