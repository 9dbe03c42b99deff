package org.panfeng.chat;

import java.util.Locale;
import java.util.Optional;

/** A language Panfeng speaks. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The two letters by which settings, files and Telegram name this language. */
    public String code() {
        return locale.getLanguage();
    }

    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
