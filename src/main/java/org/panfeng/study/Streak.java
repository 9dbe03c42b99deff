package org.panfeng.study;

/**
 * How many study days in a row, and how many missed days that outlasts.
 *
 * @param current days done or made up since the last missed one
 * @param longest the most there ever were in a row
 * @param freezes held, each good for one missed day
 */
public record Streak(int current, int longest, int freezes) {
    public static final Streak NONE = new Streak(0, 0, 0);
    /** Each time so many days in a row are full, a freeze is earned. */
    static final int EARNED_EVERY = 10;

    static final int MOST_FREEZES = 2;

    public Streak {
        if (current < 0 || longest < current || freezes < 0 || freezes > MOST_FREEZES) {
            throw new IllegalArgumentException("No streak: " + current + " of " + longest + ", freezes: " + freezes);
        }
    }

    /** The streak after another day, in day order. */
    public Streak then(DayState state) {
        return switch (state) {
            case DONE, MADE_UP -> grown();
            case FROZEN -> new Streak(current, longest, freezes - 1);
            case MISSED -> new Streak(0, longest, freezes);
            case OPEN, EXCUSED -> this;
        };
    }

    private Streak grown() {
        int days = current + 1;
        int earned = days % EARNED_EVERY == 0 ? 1 : 0;
        return new Streak(days, Math.max(longest, days), Math.min(MOST_FREEZES, freezes + earned));
    }
}
