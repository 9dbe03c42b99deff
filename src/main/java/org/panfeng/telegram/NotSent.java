package org.panfeng.telegram;

import java.io.IOException;

/** A request that had no effect, since it was never written: nobody listens there, or there is no way. */
final class NotSent extends IOException {
    private static final long serialVersionUID = 1;

    NotSent(Throwable cause) {
        super("not connected: " + cause.getClass().getSimpleName(), cause);
    }
}
