package org.panfeng.study;

import java.util.List;
import org.panfeng.people.Absence;
import org.panfeng.people.PersonId;
import org.panfeng.people.StreakDays;

/** Streaks as the people's part asks for them. */
record PersonStreaks(Facts facts, Streaks streaks) implements StreakDays {
    @Override
    public int held(PersonId person) {
        return streaks.held(person).streak().current();
    }

    @Override
    public int ifAway(PersonId person, List<Absence> absences) {
        AwayDays away = AwayDays.of(absences);
        List<DayFacts> days = facts.of(List.of(person)).getOrDefault(person, List.of()).stream()
                .map(fact -> fact.with(away.on(person, fact.day())))
                .toList();
        return DayLedger.replay(days).streak().current();
    }
}
