package org.panfeng.study;

import java.util.List;
import org.panfeng.people.Absence;
import org.panfeng.people.PersonId;
import org.panfeng.people.Standing;
import org.panfeng.people.StreakDays;

/** Streaks as the people's part asks for them. */
record PersonStreaks(Facts facts, Streaks streaks) implements StreakDays {
    @Override
    public Standing held(PersonId person) {
        return standing(streaks.held(person).streak());
    }

    @Override
    public Standing ifAway(PersonId person, List<Absence> absences) {
        AwayDays away = AwayDays.of(absences);
        List<DayFacts> days = facts.of(List.of(person)).getOrDefault(person, List.of()).stream()
                .map(fact -> fact.with(away.on(person, fact.day())))
                .toList();
        return standing(DayLedger.replay(days).streak());
    }

    private static Standing standing(Streak streak) {
        return new Standing(streak.current(), streak.freezes());
    }
}
