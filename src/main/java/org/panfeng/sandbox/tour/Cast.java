package org.panfeng.sandbox.tour;

import org.panfeng.sandbox.Person;

/**
 * Whose story is told.
 *
 * @param newcomer has never written to the bot
 * @param reader reads English rather than Chinese, in which the bot has spoken to them so far
 * @param department where the newcomer begins
 */
public record Cast(Person admin, Person leader, Person newcomer, Person reader, String department) {}
