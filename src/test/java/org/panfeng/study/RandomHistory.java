package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panfeng.oracle.Facts;
import org.panfeng.oracle.Oracle;
import org.panfeng.people.PersonId;

/**
 * Somebody's months at random, told twice: as the oracle wants to hear it, and as the bot does. Which late answers make a day up is
 * decided before a ledger is replayed, so that much is taken from the oracle.
 */
final class RandomHistory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime STARTS_AT = LocalTime.of(4, 0);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final PersonId PERSON = new PersonId(1);

    private final Random random;
    private final LocalDate today;
    private final Instant enrolledAt;
    private final Instant now;
    private final Set<LocalDate> studyDays = new HashSet<>();
    private final Map<LocalDate, Instant> closedAt = new HashMap<>();
    private final Map<LocalDate, Instant> withdrawnAt = new HashMap<>();
    private final Map<LocalDate, Instant> deliveredAt = new HashMap<>();
    private final Set<LocalDate> blocked = new HashSet<>();
    private final Map<LocalDate, Instant> finishedAt = new TreeMap<>();
    private final List<Facts.Away> away = new ArrayList<>();

    RandomHistory(long seed) {
        random = new Random(seed);
        today = FIRST.plusDays(random.nextInt(70));
        now = hours(today, random.nextInt(24));
        enrolledAt = hours(FIRST.plusDays(random.nextInt(4)), random.nextInt(24));
        double diligence = 0.5 + random.nextDouble() / 2;
        for (LocalDate day = FIRST; !day.isAfter(today); day = day.plusDays(1)) {
            if (chance(0.8)) {
                studyDays.add(day);
                live(day, diligence);
            }
        }
        while (chance(0.5)) {
            away.add(absence());
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** So many hours after the start of a day. */
    private static Instant hours(LocalDate day, int hours) {
        return day.atTime(STARTS_AT).atZone(ZONE).toInstant().plus(Duration.ofHours(hours));
    }

    private void live(LocalDate day, double diligence) {
        put(closedAt, day, chance(0.9) ? 24 : 24 + random.nextInt(40));
        if (chance(0.95)) {
            put(deliveredAt, day, chance(0.8) ? 4 : random.nextInt(30));
        }
        if (chance(0.05)) {
            blocked.add(day);
        }
        if (chance(0.05)) {
            put(withdrawnAt, day, random.nextInt(24));
        }
        if (chance(diligence)) {
            put(finishedAt, day, random.nextInt(24));
        } else if (chance(0.5)) {
            put(finishedAt, day, 24 + random.nextInt(100));
        }
    }

    /** What lies in the future is not known. */
    private void put(Map<LocalDate, Instant> facts, LocalDate day, int hours) {
        Instant at = hours(day, hours);
        if (!at.isAfter(now)) {
            facts.put(day, at);
        }
    }

    private Facts.Away absence() {
        LocalDate first = FIRST.plusDays(random.nextInt(70));
        @Nullable LocalDate last = chance(0.2) ? null : first.plusDays(random.nextInt(6));
        return new Facts.Away(first, last, chance(0.3), Instant.EPOCH, null);
    }

    Oracle.Result oracle() {
        List<Facts.Finish> finishes = finishedAt.entrySet().stream()
                .map(one -> new Facts.Finish(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Facts.Finish::at))
                .toList();
        return Oracle.of(
                new Facts.Office(ZONE, STARTS_AT, studyDays, closedAt, withdrawnAt),
                new Facts.Person(enrolledAt, away, deliveredAt, blocked, finishes),
                now);
    }

    /**
     * What the bot knows.
     *
     * @param madeUp the days on which a late answer was accepted
     */
    List<DayFacts> facts(Set<LocalDate> madeUp) {
        AwayDays absences = absences();
        return studyDays.stream()
                .sorted()
                .map(day -> facts(day, madeUp.contains(day)).with(absences.on(PERSON, day)))
                .filter(facts -> !facts.isBeforeEnrolment())
                .toList();
    }

    private DayFacts facts(LocalDate day, boolean isMadeUp) {
        LocalDate enrolledOn =
                enrolledAt.minus(Duration.ofHours(4)).atZone(ZONE).toLocalDate();
        Optional<Instant> done = Optional.ofNullable(finishedAt.get(day))
                .filter(at -> isMadeUp || !closedAt.containsKey(day) || at.isBefore(closedAt.get(day)));
        Optional<Instant> withdrawn = Optional.ofNullable(withdrawnAt.get(day));
        return new DayFacts(
                day,
                hours(day, 24),
                closedAt.containsKey(day),
                enrolledOn,
                enrolledAt,
                new DayFacts.Study(done, isMadeUp),
                new DayFacts.Task(
                        Optional.ofNullable(deliveredAt.get(day)),
                        withdrawn.isPresent(),
                        withdrawn,
                        blocked.contains(day)),
                Optional.empty());
    }

    /** Suspensions first, as they are read. */
    private AwayDays absences() {
        return new AwayDays(Map.of(
                PERSON,
                Stream.concat(
                                away.stream().filter(Facts.Away::isSuspension),
                                away.stream().filter(one -> !one.isSuspension()))
                        .map(RandomHistory::stretch)
                        .toList()));
    }

    private static AwayDays.Stretch stretch(Facts.Away away) {
        Reason reason = away.isSuspension() ? Reason.SUSPENDED : Reason.LEAVE;
        return new AwayDays.Stretch(new DayFacts.Away(reason, away.validSince()), away.first(), away.last());
    }
}
