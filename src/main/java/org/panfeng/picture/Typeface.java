package org.panfeng.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The font that travels in the jar: the Latin and Chinese characters of GB 2312, so that a machine needs none of its own. */
final class Typeface {
    private static final String FILE = "wqy-microhei-gb2312.ttf";

    private static @Nullable Font loaded;

    private Typeface() {}

    /** Loaded once; after a failure it is tried again, since a full temporary folder may be emptied. */
    static synchronized Font font() throws IOException, FontFormatException {
        if (loaded == null) {
            loaded = read();
        }
        return loaded;
    }

    private static Font read() throws IOException, FontFormatException {
        try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException("The jar lacks " + FILE);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }
}
