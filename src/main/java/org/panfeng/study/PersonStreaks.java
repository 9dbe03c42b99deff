package org.panfeng.study;

import java.util.List;
import org.panfeng.people.Absence;
import org.panfeng.people.PersonId;
import org.panfeng.people.StreakDays;
import org.panfeng.people.StreakState;

/** Streaks as the people's part asks for them. */
record PersonStreaks(Facts facts, Streaks streaks) implements StreakDays {
    @Override
    public StreakState held(PersonId person) {
        return state(streaks.held(person).streak());
    }

    @Override
    public StreakState ifAway(PersonId person, List<Absence> absences) {
        AwayDays away = AwayDays.of(absences);
        List<DayFacts> days = facts.of(List.of(person)).getOrDefault(person, List.of()).stream()
                .map(fact -> fact.with(away.on(person, fact.day())))
                .toList();
        return state(DayLedger.replay(days).streak());
    }

    private static StreakState state(Streak streak) {
        return new StreakState(streak.current(), streak.freezes());
    }
}
