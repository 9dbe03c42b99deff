package org.panfeng.mailbox;

/** The states of a parcel as the database has them. */
final class DeliveryState {
    static final int WAITING = 0;
    static final int SENDING = 1;
    static final int DELIVERED = 2;
    static final int UNREACHABLE = 3;
    static final int REFUSED = 4;
    static final int UNKNOWN = 5;
    static final int CALLED_BACK = 6;

    private DeliveryState() {}
}
