package org.panfeng.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Puts an error that is not in Telegram's form (a gateway's HTML page) into it, since the library reads such an answer as error code 0
 * and its HTTP status would be lost.
 */
final class PlainErrors implements Interceptor {
    private static final MediaType JSON = MediaType.get("application/json");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String start =
                response.isSuccessful() ? "{" : response.peekBody(64).string().strip();
        if (response.isSuccessful() || start.startsWith("{")) {
            return response;
        }
        String json = "{\"ok\":false,\"error_code\":%d,\"description\":\"HTTP status %d without an answer in JSON\"}"
                .formatted(response.code(), response.code());
        response.close();
        return response.newBuilder().body(ResponseBody.create(json, JSON)).build();
    }
}
