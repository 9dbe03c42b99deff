package org.panfeng.mailbox;

/**
 * What a parcel is about, so that whoever posted it can be told what became of it: a kind and two ids of that kind's own.
 * {@link #NONE} asks for no report.
 */
public record Topic(String kind, long id, long of) {
    public static final Topic NONE = new Topic("", 0, 0);

    public static Topic about(String kind, long id) {
        return new Topic(kind, id, 0);
    }
}
