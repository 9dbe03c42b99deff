package org.panfeng.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A server that speaks HTTP/1.0 closes each connection after its answer. OkHttp would take such a connection up again and lose the next
 * request with it, so once such a server is met, every request asks for a connection of its own.
 */
final class ShortConnections implements Interceptor {
    private volatile boolean isOld;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = isOld
                ? chain.request().newBuilder().header("Connection", "close").build()
                : chain.request();
        Response response = chain.proceed(request);
        if (response.protocol() == Protocol.HTTP_1_0) {
            isOld = true;
        }
        return response;
    }
}
