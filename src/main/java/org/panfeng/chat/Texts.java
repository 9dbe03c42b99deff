package org.panfeng.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything Panfeng says, in both languages: {@code texts_zh.properties} and {@code texts_en.properties}. */
public final class Texts {
    private static final Map<Language, Properties> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BUNDLES.put(language, read("texts_" + language.code() + ".properties"));
        }
    }

    private Texts() {}

    /** Text for buttons, toasts and menus, where no markup is understood. Arguments that are text are isolated. */
    public static String plain(Language language, String key, Object... args) {
        return format(language, key, mapped(args, Isolates::of));
    }

    /** Text for messages: arguments that are text are isolated and escaped; those that are {@link Html} stay as they are. */
    public static String html(Language language, String key, Object... args) {
        return format(language, key, mapped(args, text -> Html.of(text).value()));
    }

    private static Object[] mapped(Object[] args, UnaryOperator<String> change) {
        return Arrays.stream(args)
                .map(arg -> arg instanceof String text ? change.apply(text) : arg)
                .toArray();
    }

    static Set<String> keys(Language language) {
        return bundle(language).stringPropertyNames();
    }

    static String pattern(Language language, String key) {
        String pattern = bundle(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text is called " + key + " in " + language.code());
        }
        return pattern;
    }

    private static String format(Language language, String key, Object... args) {
        return new MessageFormat(pattern(language, key), language.locale()).format(args);
    }

    private static Properties bundle(Language language) {
        return java.util.Objects.requireNonNull(BUNDLES.get(language));
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
