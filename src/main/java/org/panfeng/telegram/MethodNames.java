package org.panfeng.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of methods as the Bot API documents them. The library writes some of them in small letters, which Telegram takes ("all
 * methods in the Bot API are case-insensitive") and other servers need not.
 */
final class MethodNames {
    private static final Map<String, String> DOCUMENTED =
            List.of("sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "sendDocument").stream()
                    .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private MethodNames() {}

    static String documented(String name) {
        return DOCUMENTED.getOrDefault(name, name);
    }
}
