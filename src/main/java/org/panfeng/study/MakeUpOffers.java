package org.panfeng.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Person;
import org.panfeng.programme.Timetable;
import org.panfeng.study.MakeUps.Chance;
import org.panfeng.study.Rescues.Rescue;

/** What somebody can still make up, in words and with buttons, and what that would make of the streak. */
final class MakeUpOffers {
    private final Timetable timetable;
    private final MakeUps makeUps;
    private final Rescues rescues;

    MakeUpOffers(Timetable timetable, MakeUps makeUps, Rescues rescues) {
        this.timetable = timetable;
        this.makeUps = makeUps;
        this.rescues = rescues;
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
        Optional<Rescue> rescue = rescues.of(person.id(), chances, now);
        rescue.ifPresent(best -> lines.add(line(best, allowed.size(), language)));
        Keyboard keyboard = Keyboard.grid(
                allowed.stream()
                        .map(chance -> MakeUpButtons.button(chance.day(), language))
                        .toList(),
                1);
        return new Offer(
                String.join("\n", lines),
                keyboard,
                rescue.filter(Rescue::isJoined).isPresent());
    }

    private String line(Chance chance, Language language) {
        String day = Dates.day(language, chance.day());
        if (!chance.isAllowed()) {
            return Texts.html(language, "make-up.month-full", day, MakeUpRule.PER_MONTH);
        }
        String until = Dates.instant(language, timetable.endOf(chance.until()).atZone(timetable.zone()));
        return Texts.html(language, chance.isFrozen() ? "make-up.frozen" : "make-up.missed", day, until);
    }

    /**
     * @param allowed so many can be made up, though perhaps not all of them
     */
    private static String line(Rescue rescue, int allowed, Language language) {
        int days = rescue.days().size();
        return days == allowed
                ? Texts.html(language, "make-up.streak", days, rescue.streak())
                : Texts.html(
                        language, "make-up.streak-only", days, Dates.days(language, rescue.days()), rescue.streak());
    }
}
