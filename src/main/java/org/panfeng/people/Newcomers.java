package org.panfeng.people;

import java.time.Instant;

/** Hears of everybody who has just been enrolled, to give them something to do at once. */
public interface Newcomers {
    void enrolled(Person person, Instant now);
}
