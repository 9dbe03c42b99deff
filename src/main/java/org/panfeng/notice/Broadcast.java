package org.panfeng.notice;

import java.time.Duration;
import java.time.Instant;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.people.Staff;

/** Sends a notice to everybody enrolled. */
final class Broadcast {
    private final Staff staff;
    private final Notices notices;
    private final Addressing addressing;
    private final int perSecond;

    /**
     * @param perSecond how many messages a second may go out
     */
    Broadcast(Staff staff, Notices notices, Addressing addressing, int perSecond) {
        this.staff = staff;
        this.notices = notices;
        this.addressing = addressing;
        this.perSecond = perSecond;
    }

    /** How a notice looks to the person who gets it. */
    static Content content(String body, Language language) {
        return Content.html(Texts.html(language, "notice", new Html(Html.escape(body))));
    }

    /** Whom a notice would go to now. */
    Staff.Audience audience() {
        return staff.audience();
    }

    /** How long sending to so many takes at the permitted rate, at least a second. */
    Duration duration(long recipients) {
        return Duration.ofSeconds(Math.max(1, (recipients + perSecond - 1) / perSecond));
    }

    /**
     * Puts a draft on its way. It is addressed afterwards, in portions.
     *
     * @return false when it is no draft any more
     */
    boolean send(Notice notice, Instant now) {
        if (!notices.send(notice.id(), staff.audience().everybody(), now)) {
            return false;
        }
        addressing.begin(notice.id());
        return true;
    }
}
