package org.panfeng.web;

import java.util.concurrent.CompletableFuture;

/** Takes what the messenger hands in. */
public interface Taker {
    /** Completes with true once it is durable, with false where it has to be handed in again. */
    CompletableFuture<Boolean> take(byte[] body);
}
