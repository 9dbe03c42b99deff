package org.panfeng.mailbox;

/** How far a mailing has got, in parcels. */
public record Tally(long waiting, long delivered, long unreachable, long refused, long unknown) {
    public long settled() {
        return delivered + unreachable + refused + unknown;
    }

    public long total() {
        return waiting + settled();
    }
}
