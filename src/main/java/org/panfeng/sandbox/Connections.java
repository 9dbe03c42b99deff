package org.panfeng.sandbox;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Below HTTP: the connection a call came on. */
final class Connections {

    private Connections() {}

    /** Closes it without a response, as a broken network does. */
    static void drop(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
