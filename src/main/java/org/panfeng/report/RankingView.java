package org.panfeng.report;

/** What a ranking ranks. */
enum RankingView {
    /** Current streaks. */
    STREAK,
    /** Days done this week, from Monday. */
    WEEK,
    /** Days done this calendar month. */
    MONTH,
    /** Days done since the programme began. */
    ALL;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
