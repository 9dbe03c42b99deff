package org.panfeng.mailbox;

/** Who did it, by the messenger's own account: an id that never changes and a name that may. */
public record Sender(long id, String name) {}
