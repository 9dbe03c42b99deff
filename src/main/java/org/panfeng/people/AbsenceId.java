package org.panfeng.people;

/** Names an absence. */
public record AbsenceId(long value) {}
