package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.people.PersonId;
import org.panfeng.study.MakeUps.Chance;

/** What making up would make of a streak. */
final class Rescues {
    private final Facts facts;

    Rescues(Facts facts) {
        this.facts = facts;
    }

    /**
     * The days whose making up helps a streak most.
     *
     * @param streak with them
     * @param isJoined whether the present streak is joined to what was before the lost days
     */
    record Rescue(List<LocalDate> days, int streak, boolean isJoined) {}

    /** Empty where nothing was missed that can be made up; a day that a freeze has saved needs no rescue, but may be part of one. */
    Optional<Rescue> of(PersonId person, List<Chance> chances, Instant now) {
        List<Chance> allowed = chances.stream().filter(Chance::isAllowed).toList();
        if (allowed.stream().allMatch(Chance::isFrozen)) {
            return Optional.empty();
        }
        List<DayFacts> ledger = facts.of(List.of(person)).getOrDefault(person, List.of());
        int present = with(List.of(), ledger, now);
        return choices(allowed.stream().map(Chance::day).toList()).stream()
                .filter(days -> mayBe(days, ledger))
                .map(days -> rescue(days, present, ledger, now))
                .max(Comparator.comparingInt(Rescue::streak));
    }

    private static Rescue rescue(List<LocalDate> days, int present, List<DayFacts> ledger, Instant now) {
        int streak = with(days, ledger, now);
        return new Rescue(days, streak, streak > present + days.size());
    }

    /** Every choice of at least one of these few days, the latest of equals first. */
    private static List<List<LocalDate>> choices(List<LocalDate> days) {
        List<List<LocalDate>> choices = new ArrayList<>();
        for (int bits = (1 << days.size()) - 1; bits > 0; bits--) {
            List<LocalDate> choice = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    choice.add(days.get(i));
                }
            }
            choices.add(List.copyOf(choice));
        }
        return choices;
    }

    /** Whether none of their months would have more days made up than may be. */
    private static boolean mayBe(List<LocalDate> days, List<DayFacts> ledger) {
        Map<LocalDate, Integer> ofMonth = new HashMap<>();
        ledger.stream()
                .filter(day -> day.study().isMadeUp())
                .forEach(day -> ofMonth.merge(KeptDays.monthOf(day.day()), 1, Integer::sum));
        return days.stream()
                .allMatch(day -> MakeUpRule.isAllowed(ofMonth.merge(KeptDays.monthOf(day), 1, Integer::sum) - 1));
    }

    private static int with(List<LocalDate> madeUp, List<DayFacts> ledger, Instant now) {
        return DayLedger.replay(ledger.stream()
                        .map(day -> madeUp.contains(day.day()) ? day.madeUpAt(now) : day)
                        .toList())
                .streak()
                .current();
    }
}
