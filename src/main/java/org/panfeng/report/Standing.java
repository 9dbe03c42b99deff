package org.panfeng.report;

/**
 * One person's line in a ranking.
 *
 * @param place shared by equals; the next place counts everybody before it
 * @param row counted from 0, the position in the ordered list
 * @param days the current streak, or the days done in the period
 * @param longest the longest streak ever
 */
public record Standing(long place, long row, long personId, String name, String department, int days, int longest) {}
