package org.panfeng.mailbox;

/** Reads an update again that was kept as it came. */
public interface Rereading {
    Intake.Arrival read(long updateId, String raw);
}
