package org.panfeng.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.panfeng.oracle.Oracle.Line;
import org.panfeng.oracle.Oracle.State;

/** Who stands where: each place is found by counting who is ahead. */
public final class Ranking {
    private Ranking() {}

    /**
     * Somebody who is ranked.
     *
     * @param days what is ranked: the streak, or the days of a period
     * @param longest the longest streak
     */
    public record Entrant(long id, String name, int days, int longest) {}

    /** A line of the ranking; of equal days everybody has the same place. */
    public record Standing(int place, Entrant entrant) {}

    /** Everybody has a place, also with zero days; lines are in the order in which they are shown. */
    public static List<Standing> of(List<Entrant> entrants) {
        List<Standing> standings = new ArrayList<>();
        while (standings.size() < entrants.size()) {
            for (Entrant next : entrants) {
                if (shownBefore(next, entrants) == standings.size()) {
                    standings.add(new Standing(1 + ahead(next, entrants), next));
                }
            }
        }
        return standings;
    }

    /** The done and made up days of a period, both ends included. */
    public static int days(Oracle.Result result, LocalDate from, LocalDate to) {
        int days = 0;
        for (Line line : result.lines()) {
            boolean isCounted = line.state() == State.DONE || line.state() == State.MADE_UP;
            if (isCounted && !line.day().isBefore(from) && !line.day().isAfter(to)) {
                days++;
            }
        }
        return days;
    }

    private static int ahead(Entrant one, List<Entrant> entrants) {
        return (int)
                entrants.stream().filter(other -> other.days() > one.days()).count();
    }

    private static int shownBefore(Entrant one, List<Entrant> entrants) {
        return (int) entrants.stream().filter(other -> isBefore(other, one)).count();
    }

    /** More days, in a tie the longer streak, then the name by code point, then the id. */
    private static boolean isBefore(Entrant one, Entrant other) {
        int names = byCodePoint(one.name(), other.name());
        if (one.days() != other.days()) {
            return one.days() > other.days();
        } else if (one.longest() != other.longest()) {
            return one.longest() > other.longest();
        }
        return names < 0 || names == 0 && one.id() < other.id();
    }

    private static int byCodePoint(String one, String other) {
        int[] ones = one.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            if (ones[i] != others[i]) {
                return Integer.compare(ones[i], others[i]);
            }
        }
        return Integer.compare(ones.length, others.length);
    }
}
