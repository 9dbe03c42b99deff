package org.panfeng.notice;

import java.util.Optional;
import org.panfeng.mailbox.Tally;

/**
 * Something an admin has to tell everybody.
 *
 * @param authorChat where the draft was written and the progress is shown
 * @param body the words as they were typed
 * @param recipients everybody it is for, those who cannot be reached included
 * @param isAddressed whether everybody has a parcel of it; until then the number of recipients is the one that was expected
 * @param controlMessage the message that has the buttons and then the progress
 */
record Notice(
        NoticeId id,
        long authorChat,
        String body,
        State state,
        int recipients,
        boolean isAddressed,
        long controlMessage,
        Tally tally) {

    enum State {
        DRAFT,
        SENDING,
        FINISHED,
        CANCELLED
    }

    boolean isSettled() {
        return isAddressed && tally.settled() >= recipients;
    }

    Optional<Long> control() {
        return controlMessage == 0 ? Optional.empty() : Optional.of(controlMessage);
    }
}
