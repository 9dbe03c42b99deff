package org.panfeng.picture;

/** Java cannot draw here, as where FreeType is missing or fonts cannot be written to the temporary folder. What is said needs no picture. */
public final class CannotDraw extends Exception {
    CannotDraw(Throwable cause) {
        super("No picture could be drawn: " + cause, cause);
    }
}
