package org.panfeng.people;

/** Names a person inside Panfeng. */
public record PersonId(long value) {}
