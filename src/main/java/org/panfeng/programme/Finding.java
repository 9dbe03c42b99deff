package org.panfeng.programme;

/**
 * One mistake in a file that a person wrote, said in that person's words.
 *
 * @param place the file as the person knows it, or the name of an environment variable
 * @param line counted from 1; 0 where the mistake has no line
 * @param problem what is wrong and what would be right, one sentence or two
 */
public record Finding(String place, int line, String problem) {
    @Override
    public String toString() {
        return (line > 0 ? place + ":" + line : place) + ": " + problem;
    }
}
