package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import org.panfeng.mailbox.Outbox;

/** The days whose lesson was withdrawn: whoever has done it keeps the day, the others are excused. */
public final class Withdrawals {
    private final ProgrammeDays days;
    private final Outbox outbox;

    Withdrawals(ProgrammeDays days, Outbox outbox) {
        this.days = days;
        this.outbox = outbox;
    }

    public boolean isWithdrawn(LocalDate day) {
        return days.isWithdrawn(day);
    }

    /**
     * Withdraws a day's lesson; what is still to be sent of it is called back.
     *
     * @return false when that was so already, or when the day is closed
     */
    public boolean withdraw(LocalDate day, Instant now) {
        boolean isNew = days.withdraw(day, now);
        if (isNew) {
            outbox.callBack(LessonLetters.about(day));
        }
        return isNew;
    }

    /**
     * Gives a day's lesson back, and sends it to whom it had not been sent.
     *
     * @return false when that was so already, or when the day is closed
     */
    public boolean giveBack(LocalDate day) {
        boolean isNew = days.withdraw(day, null);
        if (isNew) {
            outbox.giveBack(LessonLetters.about(day));
        }
        return isNew;
    }
}
