package org.panfeng.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The ledger of a person and what it sums to, from what happened. */
public final class Oracle {
    private Oracle() {}

    /** What a day is. */
    public enum State {
        OPEN,
        DONE,
        MADE_UP,
        FROZEN,
        EXCUSED,
        MISSED
    }

    /**
     * A day of the ledger.
     *
     * @param reason why it is what it is: NOT_OVER, ANSWERED, MADE_UP, FREEZE, UNANSWERED, or an excuse: ENROLMENT_DAY, SUSPENDED, LEAVE,
     *     WITHDRAWN, NOT_DELIVERED
     */
    public record Line(LocalDate day, State state, String reason) {}

    /**
     * The ledger in day order, and its sums.
     *
     * @param longest the longest streak that ever was by this ledger
     * @param freezes how many are held, 0 to 2
     * @param counted the days done and made up
     */
    public record Result(List<Line> lines, int streak, int longest, int freezes, int counted) {}

    /** The ledger as it stands at an instant; what happens later is not known. */
    public static Result of(Facts.Office office, Facts.Person person, Instant now) {
        List<LocalDate> done = new ArrayList<>();
        List<LocalDate> madeUp = new ArrayList<>();
        for (Facts.Finish finish : person.finishes()) {
            if (finish.at().isAfter(now)) {
                continue;
            }
            Moment then = new Moment(office, person, done, madeUp, finish.at());
            if (then.isOpen(finish.day())) {
                done.add(finish.day());
            } else if (new MakeUp(then, finish.day()).isAccepted()) {
                madeUp.add(finish.day());
            }
        }
        return Replay.of(new Moment(office, person, done, madeUp, now).days());
    }
}
