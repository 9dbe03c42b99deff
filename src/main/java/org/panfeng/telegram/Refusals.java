package org.panfeng.telegram;

import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;

/** What each of Telegram's refusals means for a parcel. */
final class Refusals {
    private Refusals() {}

    /** The error answer inside a failure, where there was an answer. */
    static Optional<Refusal> answer(Throwable failure) {
        return inside(failure, Refusal.class);
    }

    private static <T extends Throwable> Optional<T> inside(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Telegram knows nothing by the id of a file, or no longer. */
    static boolean isOfFileId(Refusal refusal) {
        return refusal.code() == 400
                && (refusal.says("file identifier") || refusal.says("file_id") || refusal.says("file reference"));
    }

    /** Whether a failure would have been the same without the file that was to be brought: it is of the chat, the pace or the connection. */
    static boolean isWhateverIsBrought(Throwable failure) {
        return answer(failure)
                .map(refusal -> {
                    int code = refusal.code();
                    return code == 429 || code == 403 || code == 401 || isOfTheChat(refusal);
                })
                .orElseGet(() -> isNotSent(failure));
    }

    static boolean isOfTheChat(Refusal refusal) {
        return refusal.says("chat not found") || refusal.says("user is deactivated") || refusal.migratedTo() != 0;
    }

    /** The message that was to be edited is gone, or is nobody's to edit any more. */
    static boolean isEditLost(Refusal refusal) {
        return refusal.says("message to edit not found") || refusal.says("message can't be edited");
    }

    /** A failure in a few words, without addresses. */
    static String words(Throwable failure) {
        return answer(failure).map(Refusals::words).orElse("no answer came, or none that can be read");
    }

    private static String words(Refusal refusal) {
        return refusal.code() + " " + refusal.said();
    }

    static Outcome outcome(Parcel parcel, Throwable failure) {
        int parts = PartlySent.of(failure);
        return answer(failure)
                .map(refusal -> refused(parcel, refusal, parts))
                .orElseGet(() -> broken(parcel, failure, parts));
    }

    private static Outcome refused(Parcel parcel, Refusal refusal, int parts) {
        int code = refusal.code();
        boolean isUnknownMethod = code == 404 || code == 405;
        if (code == 429) {
            return new Outcome.Postponed(refusal.pause(), false, words(refusal), parts);
        } else if (refusal.migratedTo() != 0 && refusal.migratedTo() != parcel.chatId()) {
            return new Outcome.Moved(refusal.migratedTo());
        } else if (code == 403 || isOfTheChat(refusal)) {
            return new Outcome.Unreachable(words(refusal));
        } else if (isUnknownMethod && parcel.outgoing() instanceof Outgoing.Menu) {
            return new Outcome.Refused("this server knows no command menus");
        } else if (code == 401) {
            return new Outcome.Postponed(Admission.LOOK_AGAIN, false, words(refusal), parts);
        } else if (code >= 500 || isUnknownMethod) {
            return later(parcel, words(refusal), parts);
        } else if (refusal.says("message is not modified") || refusal.says("query is too old")) {
            return new Outcome.Delivered(0);
        }
        return new Outcome.Refused(words(refusal));
    }

    private static Outcome broken(Parcel parcel, Throwable failure, int parts) {
        if (!isNotSent(failure)) {
            return new Outcome.Unknown("no answer came, or none that can be read", parts);
        }
        boolean isClosedMeanwhile =
                inside(failure, ConnectionClosedException.class).isPresent();
        return isClosedMeanwhile && parcel.attempts() <= 1
                ? new Outcome.Postponed(Duration.ZERO, true, "the connection was closed meanwhile", parts)
                : later(parcel, NOT_CONNECTED, parts);
    }

    private static final String NOT_CONNECTED = "not connected";

    static boolean isNotConnected(Outcome outcome) {
        return outcome instanceof Outcome.Postponed postponed
                && postponed.reason().equals(NOT_CONNECTED);
    }

    /** Telegram asks to wait. */
    static boolean isTooMany(Outcome outcome) {
        return outcome instanceof Outcome.Postponed postponed
                && postponed.reason().startsWith("429");
    }

    static boolean isOfToken(Outcome outcome) {
        return outcome instanceof Outcome.Postponed postponed
                && postponed.reason().startsWith("401");
    }

    private static boolean isNotSent(Throwable failure) {
        return inside(failure, NotSent.class).isPresent();
    }

    /** Back-off: 1, 2, 4 … 64 seconds; a bot that cannot reach the messenger at all keeps trying every minute. */
    private static Outcome later(Parcel parcel, String reason, int parts) {
        int exponent = Math.min(parcel.attempts() - 1, 6);
        Duration pause = Duration.ofSeconds(1L << Math.max(0, exponent));
        return new Outcome.Postponed(pause, true, reason, parts);
    }
}
