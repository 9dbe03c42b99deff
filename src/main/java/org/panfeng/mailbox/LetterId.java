package org.panfeng.mailbox;

/** Names a letter: a text that many parcels share. */
public record LetterId(long value) {}
