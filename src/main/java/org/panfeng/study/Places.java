package org.panfeng.study;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The places of a ranking, from how many people have how many days: equals share one, and the next place counts everybody before it. */
public final class Places {
    private final SortedMap<Integer, Long> peopleByDays;
    private final long size;

    public Places(SortedMap<Integer, Long> peopleByDays) {
        this.peopleByDays = Collections.unmodifiableSortedMap(new TreeMap<>(peopleByDays));
        this.size = sum(this.peopleByDays);
    }

    /** Everybody who has a place. */
    public long size() {
        return size;
    }

    /** The place of somebody with so many days, counted from 1. */
    public long of(int days) {
        return 1 + sum(peopleByDays.tailMap(days + 1));
    }

    /** How many have just so many days. */
    public long sharing(int days) {
        return peopleByDays.getOrDefault(days, 0L);
    }

    /** The days of somebody who has so many people before them; 0 beyond the last. */
    public int daysAt(long before) {
        TreeMap<Integer, Long> longestFirst = new TreeMap<>(Collections.reverseOrder());
        longestFirst.putAll(peopleByDays);
        long left = before;
        for (var entry : longestFirst.entrySet()) {
            if (left < entry.getValue()) {
                return entry.getKey();
            }
            left -= entry.getValue();
        }
        return 0;
    }

    private static long sum(SortedMap<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
