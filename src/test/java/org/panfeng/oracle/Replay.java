package org.panfeng.oracle;

import java.util.ArrayList;
import java.util.List;
import org.panfeng.oracle.Oracle.Line;
import org.panfeng.oracle.Oracle.Result;
import org.panfeng.oracle.Oracle.State;

/** Goes through the days in their order, spends freezes on missed ones, and counts. */
final class Replay {
    private static final int EARNED_EVERY = 10;
    private static final int HELD_AT_MOST = 2;

    private final List<Line> lines = new ArrayList<>();
    private int streak;
    private int longest;
    private int freezes;
    private int counted;

    private Replay() {}

    /** The result of days of which none is frozen yet. */
    static Result of(List<Line> days) {
        Replay replay = new Replay();
        for (Line day : days) {
            replay.take(day);
        }
        return new Result(replay.lines, replay.streak, replay.longest, replay.freezes, replay.counted);
    }

    private void take(Line day) {
        if (day.state() == State.MISSED && freezes > 0) {
            freezes--;
            lines.add(new Line(day.day(), State.FROZEN, "FREEZE"));
            return;
        }
        lines.add(day);
        if (day.state() == State.MISSED) {
            streak = 0;
        } else if (day.state() == State.DONE || day.state() == State.MADE_UP) {
            count();
        }
    }

    private void count() {
        counted++;
        streak++;
        longest = Math.max(longest, streak);
        if (streak % EARNED_EVERY == 0 && freezes < HELD_AT_MOST) {
            freezes++;
        }
    }
}
