package org.panfeng.people;

/**
 * What somebody has of a streak.
 *
 * @param days study days in a row
 * @param freezes held, each good for one missed day
 */
public record StreakState(int days, int freezes) {}
