package org.panfeng;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the command line writes to. */
final class Terminal {
    private Terminal() {}

    /** Standard output in the terminal's own characters or, where these know no Chinese (a container without a locale), in UTF-8. */
    static PrintWriter out() {
        Console console = System.console();
        Charset own = console == null ? Charset.defaultCharset() : console.charset();
        Charset charset = own.canEncode() && own.newEncoder().canEncode('攀') ? own : StandardCharsets.UTF_8;
        return new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset);
    }
}
