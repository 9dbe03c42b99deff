package org.panfeng.mailbox;

/** Something that is about to be posted. */
record Draft(Lane lane, long chatId, Outgoing outgoing, Topic topic) {

    /** The parcel as it is right after it was posted and claimed. */
    Parcel claimed(long id) {
        return new Parcel(id, lane, chatId, outgoing, topic, 1, 0, topic.equals(Topic.NONE));
    }
}
