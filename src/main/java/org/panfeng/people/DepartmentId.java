package org.panfeng.people;

/** Names a department. */
public record DepartmentId(long value) {}
