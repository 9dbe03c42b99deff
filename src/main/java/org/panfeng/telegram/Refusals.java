package org.panfeng.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What each of Telegram's refusals means for a parcel. */
final class Refusals {
    private Refusals() {}

    /** The error answer inside a failure, where there was an answer. */
    static Optional<TelegramApiRequestException> answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TelegramApiRequestException refusal
                    && refusal.getErrorCode() != null
                    && refusal.getErrorCode() > 0) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    static String description(TelegramApiRequestException refusal) {
        return Optional.ofNullable(refusal.getApiResponse()).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Telegram knows nothing by the id of a file, or no longer. */
    static boolean isOfFileId(TelegramApiRequestException refusal) {
        String said = description(refusal);
        return refusal.getErrorCode() == 400
                && (said.contains("file identifier") || said.contains("file_id") || said.contains("file reference"));
    }

    /** Whether a failure would have been the same without the file that was to be brought: it is of the chat, the pace or the connection. */
    static boolean isWhateverIsBrought(Throwable failure) {
        return answer(failure)
                .map(refusal -> {
                    int code = refusal.getErrorCode();
                    return code == 429 || code == 403 || code == 401 || isOfTheChat(description(refusal));
                })
                .orElseGet(() -> isNotConnected(failure));
    }

    static boolean isOfTheChat(String said) {
        return said.contains("chat not found") || said.contains("user is deactivated");
    }

    /** The message that was to be edited is gone, or is nobody's to edit any more. */
    static boolean isEditLost(String said) {
        return said.contains("message to edit not found") || said.contains("message can't be edited");
    }

    /** A failure in a few words, without addresses. */
    static String words(Throwable failure) {
        return answer(failure)
                .map(refusal -> refusal.getErrorCode() + " " + description(refusal))
                .orElse("no answer came, or none that can be read");
    }

    static Outcome outcome(Parcel parcel, Throwable failure) {
        return answer(failure).map(refusal -> refused(parcel, refusal)).orElseGet(() -> broken(parcel, failure));
    }

    private static Outcome refused(Parcel parcel, TelegramApiRequestException refusal) {
        int code = refusal.getErrorCode();
        String said = description(refusal);
        String reason = code + " " + said;
        if (code == 429) {
            Integer seconds = refusal.getParameters() == null
                    ? null
                    : refusal.getParameters().getRetryAfter();
            return new Outcome.Postponed(Duration.ofSeconds(seconds == null ? 1 : seconds), false, reason);
        } else if (code == 403) {
            return new Outcome.Unreachable(reason);
        } else if (code == 404 && parcel.outgoing() instanceof Outgoing.Menu) {
            return new Outcome.Refused("this server knows no command menus");
        } else if (code >= 500 || code == 401 || code == 404) {
            return later(parcel, reason);
        } else if (isOfTheChat(said)) {
            return new Outcome.Unreachable(reason);
        } else if (said.contains("message is not modified") || said.contains("query is too old")) {
            return new Outcome.Delivered(0);
        }
        return new Outcome.Refused(reason);
    }

    private static Outcome broken(Parcel parcel, Throwable failure) {
        if (isNotConnected(failure)) {
            return later(parcel, "not connected");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return new Outcome.Unknown("the connection broke before an answer came");
            }
        }
        return new Outcome.Unknown("the answer could not be read");
    }

    /** Nothing was sent: nobody listens there. */
    private static boolean isNotConnected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }

    /** Back-off: 1, 2, 4 … 64 seconds; a bot that cannot reach the messenger at all keeps trying every minute. */
    private static Outcome later(Parcel parcel, String reason) {
        int exponent = Math.min(parcel.attempts() - 1, 6);
        Duration pause = Duration.ofSeconds(1L << Math.max(0, exponent));
        return new Outcome.Postponed(pause, true, reason);
    }
}
