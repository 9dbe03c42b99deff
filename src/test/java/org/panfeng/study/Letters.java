package org.panfeng.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.panfeng.study.DayLedger.Entry;

/** Days as letters: D done, U made up, F frozen, E excused, M missed, O open. */
final class Letters {
    private Letters() {}

    static List<DayState> states(String letters) {
        return letters.chars().mapToObj(letter -> state((char) letter)).toList();
    }

    private static DayState state(char letter) {
        return switch (letter) {
            case 'D' -> DayState.DONE;
            case 'U' -> DayState.MADE_UP;
            case 'F' -> DayState.FROZEN;
            case 'E' -> DayState.EXCUSED;
            case 'M' -> DayState.MISSED;
            case 'O' -> DayState.OPEN;
            default -> throw new IllegalArgumentException("No day: " + letter);
        };
    }

    /** A ledger of days one after the other. */
    static List<Entry> ledger(String first, String letters) {
        List<Entry> entries = new ArrayList<>();
        LocalDate day = LocalDate.parse(first);
        for (DayState state : states(letters)) {
            entries.add(new Entry(day, state, Reason.NOT_OVER, Optional.empty()));
            day = day.plusDays(1);
        }
        return entries;
    }

    static Streak streak(String letters) {
        Streak streak = Streak.NONE;
        for (DayState state : states(letters)) {
            streak = streak.then(state);
        }
        return streak;
    }
}
