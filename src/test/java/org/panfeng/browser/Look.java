package org.panfeng.browser;

/**
 * How somebody has the page before them.
 *
 * @param name of the pictures that are kept
 * @param language the browser's, as an IETF tag
 * @param width in CSS pixels, as the height
 */
public record Look(String name, String language, int width, int height, boolean isDark) {
    public static final Look CHINESE_DESKTOP = new Look("desktop-zh", "zh-CN", 1280, 800, false);
    public static final Look CHINESE_PHONE = new Look("phone-zh", "zh-CN", 390, 844, false);
    public static final Look ENGLISH_PHONE = new Look("phone-en", "en-GB", 390, 844, true);

    public boolean isPhone() {
        return width < 600;
    }

    public boolean isChinese() {
        return language.startsWith("zh");
    }
}
