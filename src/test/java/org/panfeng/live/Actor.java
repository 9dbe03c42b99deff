package org.panfeng.live;

import java.util.Random;

/** Somebody with a phone. */
interface Actor {

    /** Does what this person would do now, if anything. */
    void act(Random random);
}
