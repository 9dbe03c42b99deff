package org.panfeng.programme;

/** The four themes of a study programme. */
public enum Theme {
    /** Break with convention. */
    INNOVATION,
    /** Break with slackness. */
    CONDUCT,
    /** Break with the fear of not knowing. */
    ABILITY,
    /** Break with complacency. */
    STANDARDS
}
