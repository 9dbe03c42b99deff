package org.panfeng.sandbox;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with certain calls.
 *
 * @param method in lower case, or null for every method
 * @param chatId zero for every chat
 * @param left how many calls it still meets
 * @param answer what is answered instead; null if the connection is dropped
 * @param handled whether the call takes effect before it goes wrong
 */
record Fault(
        @Nullable String method,
        long chatId,
        AtomicLong left,
        @Nullable Answer answer,
        boolean handled) {

    /** The status of an answer that does not come. */
    static final int NEVER = 0;

    /** An HTTP response as it goes over the wire. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Answer(int status, String contentType, byte[] body) {}

    /** Whether it meets this call; counts it if so. */
    boolean meets(Call call) {
        boolean meant = method == null || method.equals(World.methodName(call.method()));
        boolean here = chatId == 0 || call.text("chat_id").equals(Long.toString(chatId));
        return meant && here && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
