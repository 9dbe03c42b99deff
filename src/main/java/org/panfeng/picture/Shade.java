package org.panfeng.picture;

import java.util.Locale;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;

/** What a day looks like in the heat map, in the order of its legend. */
public enum Shade {
    DONE,
    MADE_UP,
    FROZEN,
    EXCUSED,
    MISSED,
    /** A study day that is not over and not done. */
    OPEN,
    /** A day without study: a weekend, a holiday, a pause. */
    NO_STUDY,
    /** A day that is still to come, whatever it will be. */
    AHEAD,
    /** A day before the person came in, whatever it was. */
    BEFORE;

    String name(Language language) {
        return Texts.plain(
                language, "heatmap.shade." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
