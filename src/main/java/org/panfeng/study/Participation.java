package org.panfeng.study;

/** How many have a day's task, and how many of them are done. */
public record Participation(long given, long done) {}
