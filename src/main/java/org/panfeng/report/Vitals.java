package org.panfeng.report;

import java.time.Instant;
import java.util.List;

/** How the bot is doing, as far as it is no feature's business. */
public interface Vitals {
    /** When Telegram last answered a poll, real time. */
    Instant lastPoll();

    /** What is wrong with receiving or sending; empty when all is well. */
    String trouble();

    /** In a few words, without secrets. */
    String database();

    String version();

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
