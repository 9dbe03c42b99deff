package org.panfeng.people;

/**
 * How somebody stands.
 *
 * @param days study days in a row
 * @param freezes held, each good for one missed day
 */
public record Standing(int days, int freezes) {}
