package org.panfeng.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;

/** How the bot is doing, as far as it is no feature's business. */
public interface Vitals {
    /** When Telegram last answered a poll, real time. */
    Instant lastPoll();

    /** What is wrong with receiving, sending or the scheduler; empty when all is well. */
    List<Trouble> troubles();

    /** In a few words, without secrets. */
    String database();

    String version();

    /**
     * Something that is wrong. What it is called stands in the texts under {@code status.trouble.KIND}.
     *
     * @param detail what the other side has said, in its own words; may be empty
     */
    record Trouble(Kind kind, String detail) {
        public enum Kind {
            RECEIVING_STOPPED,
            RECEIVING,
            SENDING_STOPPED,
            SCHEDULER_STOPPED,
            DATABASE,
            NIGHT
        }

        public String in(Language language) {
            String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Texts.plain(language, "status.trouble." + key, detail);
        }
    }

    /** Something the bot will do. */
    record Upcoming(What what, Instant at) {}

    enum What {
        PUSH,
        REMINDER,
        CLOSE
    }

    /** What comes next, soonest first. */
    List<Upcoming> upcoming(Instant now);

    /** Real time. */
    Instant realTime();
}
