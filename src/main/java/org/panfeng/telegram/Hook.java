package org.panfeng.telegram;

import java.net.URI;

/**
 * Where Telegram is to hand in updates, and the word by which it shows that it is Telegram.
 *
 * @param secret 1 to 256 letters, digits, hyphens and underscores
 */
public record Hook(URI url, String secret) {
    /** Never the secret. */
    @Override
    public String toString() {
        return url.toString();
    }
}
