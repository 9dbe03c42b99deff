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
     * @param detail what the other side has said, in its own words, or for how long; may be empty
     * @param since from when on, as date and time in the programme's zone; empty where that is not known
     */
    record Trouble(Kind kind, String detail, String since) {
        public Trouble(Kind kind, String detail) {
            this(kind, detail, "");
        }

        public enum Kind {
            RECEIVING_STOPPED,
            RECEIVING,
            SILENT,
            SENDING_STOPPED,
            SCHEDULER_STOPPED,
            DATABASE,
            NIGHT
        }

        public String in(Language language) {
            String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String words = Texts.plain(language, "status.trouble." + key, detail);
            return since.isEmpty() ? words : Texts.plain(language, "status.trouble.since", words, since);
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
