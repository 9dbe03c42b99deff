package org.panfeng.study;

/**
 * The order of a ranking as one text: the current streak and the longest, the longer the earlier, then the name by code point, then the
 * id. Five digits, five digits, the name's bytes in hex, {@code 00}, nineteen digits: the same order on every database and in every
 * collation, and one index for every page.
 */
final class RankKey {
    private static final int MOST = 99_999;

    /** The part that does not change with the streak, of a person {@code p}. */
    static final String TAIL = "p.name_key || '00' || lpad(cast(p.id as varchar), 19, '0')";

    /** The whole key of a person {@code p} with the streak {@code s}; none for who is not enrolled. */
    static final String WHOLE = """
            case when p.status = 'enrolled' then lpad(cast(99999 - s.current_days as varchar), 5, '0')
              || lpad(cast(99999 - s.longest_days as varchar), 5, '0') || %s end""".formatted(TAIL);

    private RankKey() {}

    static String head(Streak streak) {
        return "%05d%05d".formatted(MOST - streak.current(), MOST - streak.longest());
    }
}
