package org.panfeng.sandbox;

/** Another program listens on the port that was asked for. */
public final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    PortInUse(int port, Throwable cause) {
        super("Port " + port + " is in use by another program; choose another one", cause);
    }
}
