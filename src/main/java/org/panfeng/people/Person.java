package org.panfeng.people;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Speaker;

/**
 * Somebody who has to do with the programme.
 *
 * @param telegramId the messenger's id of the person, and of the private chat with them
 * @param role what the person was appointed to; {@code GUEST} never stands here
 * @param pushAt in the programme's zone; empty for the programme's own time
 * @param enrolledAt empty until enrolled
 * @param isReachable false since the person blocked the bot
 */
public record Person(
        PersonId id,
        long telegramId,
        String name,
        Role role,
        Status status,
        Optional<DepartmentId> department,
        Language language,
        Optional<LocalTime> pushAt,
        Optional<Instant> enrolledAt,
        boolean isReachable) {

    /** How far a person has come in. */
    public enum Status {
        /** Has talked to the bot, no more. */
        GUEST,
        /** Has asked to join. */
        WAITING,
        ENROLLED
    }

    public boolean isEnrolled() {
        return status == Status.ENROLLED;
    }

    public long chatId() {
        return telegramId;
    }

    Speaker speaking(org.panfeng.mailbox.Sender sender) {
        Role speaks = isEnrolled() || role == Role.ADMIN ? role : Role.GUEST;
        return new Speaker(sender, speaks, isEnrolled(), language);
    }
}
