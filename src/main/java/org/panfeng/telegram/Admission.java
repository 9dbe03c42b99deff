package org.panfeng.telegram;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Telegram lets us in. Once it refuses the token, receiving and sending stop; whoever receives asks now and then whether it is
 * valid again, and then both go on.
 */
public final class Admission {
    /** How often those who wait look whether they are let in again. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private volatile String refusal = "";

    /** False from the moment at which the token was refused until it works again. */
    public boolean isOpen() {
        return refusal.isEmpty();
    }

    /** Telegram has answered a request with 401, or with 404 for the token. */
    public void refused() {
        refused("401 Unauthorized");
    }

    void refused(String words) {
        if (isOpen()) {
            log.error("Telegram refuses the token ({}): nothing is received or sent until it is valid again", words);
        }
        refusal = words;
    }

    void admitted() {
        if (!isOpen()) {
            log.info("Telegram accepts the token again");
        }
        refusal = "";
    }

    /** What Telegram said when it refused; empty while it does not. */
    public String words() {
        return refusal;
    }
}
