package org.panfeng.report;

/**
 * One person's line in a ranking.
 *
 * @param place shared by equals; the next place counts everybody before it
 * @param days the current streak, or the days done in the period
 * @param longest the longest streak ever
 * @param key orders the lines of one ranking
 */
public record Standing(long place, long personId, String name, String department, int days, int longest, String key) {}
