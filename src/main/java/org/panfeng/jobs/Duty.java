package org.panfeng.jobs;

import java.time.Instant;

/** Something a feature does when its time has come. Called often and at any time: it finds out by itself what is due. */
@FunctionalInterface
public interface Duty {
    void due(Instant now);
}
