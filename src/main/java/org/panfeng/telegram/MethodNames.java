package org.panfeng.telegram;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Calls methods by the names that the Bot API documents. The library writes some of them in small letters, which Telegram takes ("all
 * methods in the Bot API are case-insensitive") and other servers need not.
 */
final class MethodNames implements Interceptor {
    private static final Map<String, String> DOCUMENTED =
            List.of("sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendDocument").stream()
                    .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpUrl url = request.url();
        int last = url.pathSize() - 1;
        String name = url.pathSegments().get(last);
        HttpUrl named = url.newBuilder()
                .setPathSegment(last, DOCUMENTED.getOrDefault(name, name))
                .build();
        return chain.proceed(request.newBuilder().url(named).build());
    }
}
