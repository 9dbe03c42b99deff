package org.panfeng;

import java.io.IOException;
import org.panfeng.telegram.BotApi;
import org.panfeng.telegram.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's user name at Telegram: asked for at the start, and again where Telegram could not be reached then. */
final class BotName {
    private static final Logger log = LoggerFactory.getLogger(BotName.class);

    private final BotApi api;
    private volatile String name = "";

    BotName(BotApi api) {
        this.api = api;
    }

    /** Empty as long as Telegram has not been reached. */
    String get() {
        return name;
    }

    /**
     * Asks Telegram who we are. One that cannot be reached is no reason not to start.
     *
     * @throws CannotRun when Telegram refuses the token
     */
    void introduce() throws CannotRun {
        try {
            name = api.userName();
        } catch (Refusal refusal) {
            if (refusal.isOfToken()) {
                throw new CannotRun(
                        "Telegram refuses the token (" + refusal.words()
                                + "). Ask @BotFather for the bot's present token with /token and put it into telegram.token or PANFENG_TELEGRAM_TOKEN.");
            }
            log.warn("Telegram answers getMe with {}; starting all the same", refusal.words());
        } catch (IOException e) {
            log.warn(
                    "Telegram cannot be reached ({}); Panfeng starts and keeps trying",
                    e.getClass().getSimpleName());
        }
    }

    /** Asks once more where that is still open. */
    void learn() {
        if (name.isEmpty()) {
            try {
                name = api.userName();
            } catch (IOException e) {
                log.debug("Telegram still cannot be reached: {}", e.getClass().getSimpleName());
            }
        }
    }
}
