package org.panfeng.study;

/**
 * How many have a day's task, and how far they are.
 *
 * @param begun how many have answered at least one question
 */
public record Participation(long given, long begun, long done) {}
