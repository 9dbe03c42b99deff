package org.panfeng.mailbox;

/** How urgent a parcel is. The courier empties a lane before it turns to the next; the order in a chat is kept per lane. */
public enum Lane {
    /** Answers to people who have just acted. */
    REPLY,
    /** The day's task and its reminder. */
    TASK,
    /** What admins announce. */
    NOTICE,
    /** What can wait. */
    DIGEST;

    /** Bulk lanes share the messenger's budget per second; replies do not draw on it. */
    public boolean isBulk() {
        return this != REPLY;
    }
}
