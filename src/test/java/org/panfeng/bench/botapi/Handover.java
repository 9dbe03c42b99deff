package org.panfeng.bench.botapi;

/** How updates get to the bot. */
interface Handover {
    /** Something waits, or somebody has become able to do something. */
    void nudge();
}
