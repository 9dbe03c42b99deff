package org.panfeng.web;

import java.util.List;
import java.util.Map;

/** Tells whether the bot is well. */
public interface Health {
    /** What is wrong, one line each; empty when all is well. */
    List<String> troubles();

    /** Beside that, figures for whoever watches: by name, in JSON's own types. */
    default Map<String, Object> figures() {
        return Map.of();
    }
}
