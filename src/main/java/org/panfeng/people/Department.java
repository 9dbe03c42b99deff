package org.panfeng.people;

/** A part of the office. */
public record Department(DepartmentId id, String name, long members) {}
