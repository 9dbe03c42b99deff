package org.panfeng.mailbox;

import java.util.List;

/** Whoever carries what is posted in this process. */
public interface Carriage {

    /**
     * Takes replies straight from the transaction that has posted them, right after its commit. They are claimed already, so nobody else
     * looks for them.
     */
    void take(List<Parcel> replies);

    /** Something was posted that has to be claimed. */
    void look();
}
