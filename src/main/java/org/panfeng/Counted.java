package org.panfeng;

/** A number with its noun, for the command line. */
final class Counted {
    private Counted() {}

    /** 1 lesson, 2 lessons. */
    static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    static String of(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
