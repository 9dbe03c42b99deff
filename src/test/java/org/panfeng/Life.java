package org.panfeng;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panfeng.mailbox.Sender;
import org.panfeng.oracle.Facts;
import org.panfeng.oracle.Oracle;

/** Somebody in a village: what they have done and what was done to them, by what they know themselves. */
final class Life {
    final long telegramId;
    final String name;
    /** The share of days on which this person studies, from 0 to 1. */
    final double diligence;

    private final Almanac almanac;
    final LeaveBook book = new LeaveBook();
    final Map<LocalDate, Instant> delivered = new HashMap<>();
    final Set<LocalDate> blocked = new HashSet<>();
    final List<Facts.Finish> finishes = new ArrayList<>();
    /** The days of which this person must have a task. */
    final Set<LocalDate> given = new HashSet<>();
    /** The tasks seen in the database, by day. */
    final Map<LocalDate, Long> tasks = new HashMap<>();

    final Map<LocalDate, Mail.Fate> fates = new HashMap<>();
    final Map<LocalDate, Long> departmentAt = new HashMap<>();
    private final Map<LocalDate, Set<Integer>> answered = new HashMap<>();
    private final Set<LocalDate> finished = new HashSet<>();
    private final List<String> diary = new ArrayList<>();

    @Nullable
    Instant enrolledAt;

    long personId;
    long department;
    boolean isReachable = true;

    Life(Almanac almanac, long telegramId, String name, double diligence) {
        this.almanac = almanac;
        this.telegramId = telegramId;
        this.name = name;
        this.diligence = diligence;
    }

    Sender sender() {
        return new Sender(telegramId, name);
    }

    void note(Instant at, String what) {
        diary.add(at.atZone(Almanac.ZONE).toLocalDateTime() + " " + what);
    }

    List<String> diary() {
        return diary;
    }

    boolean isEnrolled() {
        return enrolledAt != null;
    }

    boolean isFinished(LocalDate day) {
        return finished.contains(day);
    }

    /** An answer is received for a task of this person. */
    void answers(LocalDate day, int question, int questions, Instant now) {
        note(now, "answers " + question + " of " + day);
        boolean isAsked = given.contains(day) && question < questions && isThere(day);
        if (isAsked && !answersTo(day).contains(question) && isAccepted(day, now)) {
            answersTo(day).add(question);
            meets(day, questions, now);
        }
    }

    /** The task is looked at: it is done where nothing is left of it to be answered. */
    void meets(LocalDate day, int questions, Instant now) {
        if (given.contains(day) && isThere(day) && isAllAnswered(day, questions) && isAccepted(day, now)) {
            finishes(day, now);
        }
    }

    private void finishes(LocalDate day, Instant at) {
        if (finished.add(day)) {
            finishes.add(new Facts.Finish(day, at));
        }
    }

    /** The day has closed: whoever has only lost questions has done it just before. */
    void closes(LocalDate day, int questions, Instant at) {
        if (given.contains(day) && isAllAnswered(day, questions)) {
            finishes(day, at.minusMillis(1));
        }
        departmentAt.put(day, department);
    }

    /** Whoever is there and has not had the task is given it; a chat that is known to be closed gets none. */
    void isPushed(LocalDate day) {
        if (isEnrolled() && !book.isAwayOn(day) && given.add(day) && !isReachable) {
            blocked.add(day);
        }
    }

    /** The messenger has told that the chat is closed; a day that is over has nothing to do with that. */
    void keepsOut(LocalDate day) {
        isReachable = false;
        if (!almanac.isClosed(day)) {
            blocked.add(day);
        }
    }

    /** Whether the messenger is not to deliver to this person yet. */
    boolean isHeldUp(Instant now) {
        LocalDate today = Almanac.dayOf(now);
        return Stream.of(today, today.minusDays(1))
                .anyMatch(day -> fateOf(day).due(day).isAfter(now));
    }

    Mail.Fate fateOf(LocalDate day) {
        return fates.getOrDefault(day, Mail.Fate.ARRIVES);
    }

    private Set<Integer> answersTo(LocalDate day) {
        return answered.computeIfAbsent(day, first -> new HashSet<>());
    }

    private boolean isAllAnswered(LocalDate day, int questions) {
        long known = answered.getOrDefault(day, Set.of()).stream()
                .filter(question -> question < questions)
                .count();
        return questions > 0 && known == questions;
    }

    private boolean isThere(LocalDate day) {
        return isFinished(day) || !almanac.isWithdrawn(day);
    }

    /** Whether an answer counts now: in time, or to make a day up, which is what the oracle says of one that completes the day. */
    boolean isAccepted(LocalDate day, Instant now) {
        return almanac.takes(day, now) || canMakeUp(day, now);
    }

    boolean canMakeUp(LocalDate day, Instant now) {
        if (isFinished(day) || !almanac.isClosed(day)) {
            return false;
        }
        List<Facts.Finish> with = new ArrayList<>(finishes);
        with.add(new Facts.Finish(day, now));
        return Oracle.of(almanac.office(), person(with), now).lines().stream()
                .anyMatch(line -> line.day().equals(day) && line.state() == Oracle.State.MADE_UP);
    }

    Facts.Person person() {
        return person(finishes);
    }

    private Facts.Person person(List<Facts.Finish> with) {
        Instant since = enrolledAt == null ? Instant.MAX : enrolledAt;
        return new Facts.Person(since, book.away(), delivered, blocked, with);
    }
}
