package org.panfeng.sandbox;

/** Ends what it stands for when closed; closing again does nothing. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
