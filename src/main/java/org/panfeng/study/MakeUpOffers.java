package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Person;
import org.panfeng.programme.Timetable;
import org.panfeng.study.MakeUps.Chance;

/** What somebody can still make up, in words and with buttons, and what that would make of the streak. */
final class MakeUpOffers {
    private final Timetable timetable;
    private final MakeUps makeUps;
    private final Facts facts;

    MakeUpOffers(Timetable timetable, MakeUps makeUps, Facts facts) {
        this.timetable = timetable;
        this.makeUps = makeUps;
        this.facts = facts;
    }

    /**
     * @param lines HTML
     * @param keyboard a button for each day that can be made up
     * @param isRescue whether it would join the present streak to what was before the lost days
     */
    record Offer(String lines, Keyboard keyboard, boolean isRescue) {
        /** Whether anything can be made up, and not only be explained. */
        boolean isOpen() {
            return !keyboard.rows().isEmpty();
        }
    }

    /** The same, right after a day was done or made up. */
    Optional<Offer> left(Person person, Instant now) {
        makeUps.changed(person.id());
        return of(person, now);
    }

    /** Empty where nothing was lost of late. */
    Optional<Offer> of(Person person, Instant now) {
        List<Chance> chances = makeUps.chances(person.id(), now);
        return chances.isEmpty() ? Optional.empty() : Optional.of(offer(chances, person, now));
    }

    private Offer offer(List<Chance> chances, Person person, Instant now) {
        Language language = person.language();
        List<Chance> allowed = chances.stream().filter(Chance::isAllowed).toList();
        List<String> lines = new ArrayList<>(
                chances.stream().map(chance -> line(chance, language)).toList());
        boolean isRescue = false;
        if (!allowed.stream().allMatch(Chance::isFrozen)) {
            List<DayFacts> days = facts.of(List.of(person.id())).getOrDefault(person.id(), List.of());
            Set<LocalDate> madeUp = madeUp(allowed, days);
            int present = DayLedger.replay(days).streak().current();
            int then = with(madeUp, days, now).current();
            lines.add(Texts.html(language, "make-up.streak", madeUp.size(), then));
            isRescue = then > present + madeUp.size();
        }
        Keyboard keyboard = Keyboard.grid(
                allowed.stream()
                        .map(chance -> MakeUpButtons.button(chance.day(), language))
                        .toList(),
                1);
        return new Offer(String.join("\n", lines), keyboard, isRescue);
    }

    private String line(Chance chance, Language language) {
        String day = Dates.day(language, chance.day());
        if (!chance.isAllowed()) {
            return Texts.html(language, "make-up.month-full", day, MakeUpRule.PER_MONTH);
        }
        String until = Dates.instant(language, timetable.endOf(chance.until()).atZone(timetable.zone()));
        return Texts.html(language, chance.isFrozen() ? "make-up.frozen" : "make-up.missed", day, until);
    }

    /** The streak, had these days been made up. */
    private static Streak with(Set<LocalDate> madeUp, List<DayFacts> days, Instant now) {
        return DayLedger.replay(days.stream()
                        .map(day -> madeUp.contains(day.day()) ? day.madeUpAt(now) : day)
                        .toList())
                .streak();
    }

    /** As many of these as may be made up in their months, the latest first. */
    private static Set<LocalDate> madeUp(List<Chance> chances, List<DayFacts> days) {
        Map<LocalDate, Integer> ofMonth = new HashMap<>();
        days.stream()
                .filter(day -> day.study().isMadeUp())
                .forEach(day -> ofMonth.merge(KeptDays.monthOf(day.day()), 1, Integer::sum));
        return chances.stream()
                .map(Chance::day)
                .sorted(Comparator.reverseOrder())
                .filter(day -> MakeUpRule.isAllowed(ofMonth.merge(KeptDays.monthOf(day), 1, Integer::sum) - 1))
                .collect(Collectors.toSet());
    }
}
