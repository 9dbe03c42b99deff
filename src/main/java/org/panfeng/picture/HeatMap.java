package org.panfeng.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.panfeng.chat.Language;

/**
 * A year of study as one picture: the twelve months up to today's, the streak, the freezes and the milestones. It names nobody.
 *
 * @param today the current study day in the programme's zone; its month is the last one
 * @param shades asked once for each day of the twelve months, those ahead included
 * @param current the streak, in study days
 * @param longest the longest streak, in study days
 * @param freezes how many are held
 * @param reached the milestones that were reached, ascending, in study days
 * @param next the next milestone, in study days, above {@code current}
 */
public record HeatMap(
        Language language,
        LocalDate today,
        Function<LocalDate, Shade> shades,
        int current,
        int longest,
        int freezes,
        List<Integer> reached,
        int next) {

    public HeatMap {
        if (current < 0 || longest < current || freezes < 0 || next <= current) {
            throw new IllegalArgumentException(
                    "current %d, longest %d, freezes %d, next %d".formatted(current, longest, freezes, next));
        }
        reached = List.copyOf(reached);
    }

    /**
     * An opaque PNG, 1,080 pixels wide and about half as high again; within one Java the same bytes for the same year. Takes tens of
     * milliseconds, so it has no place in a transaction.
     */
    public byte[] png() throws CannotDraw {
        // Where a library is missing, AWT throws errors of several kinds, and other ones at the second try.
        try {
            return Png.of(YearSheet.draw(this).image());
        } catch (Exception | Error e) {
            throw new CannotDraw(e);
        }
    }
}
