package org.panfeng.web;

import java.util.List;

/** Tells whether the bot is well. */
public interface Health {
    /** What is wrong, one line each; empty when all is well. */
    List<String> troubles();
}
