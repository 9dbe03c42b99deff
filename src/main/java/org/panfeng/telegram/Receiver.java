package org.panfeng.telegram;

import java.time.Instant;
import java.util.Optional;

/** Brings what people do from Telegram to the intake: asks for it, or is handed it. */
public interface Receiver extends AutoCloseable {
    /**
     * @param lastPoll when Telegram was last heard, real time
     * @param trouble what is wrong; empty when all is well
     * @param troubledSince when it began to go wrong, real time; empty when all is well
     */
    record Health(Instant lastPoll, String trouble, Optional<Instant> troubledSince) {
        static final Health NONE_YET = new Health(Instant.EPOCH, "has not heard from Telegram yet", Optional.empty());

        static Health well(Instant at) {
            return new Health(at, "", Optional.empty());
        }

        /** Telegram was heard at this instant, and what is wrong goes on. */
        Health heard(Instant at) {
            return new Health(at, trouble, troubledSince);
        }

        Health troubled(String words, Instant now) {
            return new Health(lastPoll, words, Optional.of(troubledSince.orElse(now)));
        }
    }

    void start();

    Health health();

    boolean isAlive();

    @Override
    void close();
}
