package org.panfeng.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.QuietHours;
import org.panfeng.programme.Timetable;

/**
 * Tells the admins that the calendar has no data for a year, so that its days count as plain weekdays: once from a month before, and once
 * when the year has begun. By day only; what a bot that was down has missed it tells later.
 */
public final class MissingYear {
    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final LocalTime pushAt;
    private final Staff staff;
    private final Outbox outbox;

    MissingYear(Jdbi jdbi, String programme, Timetable timetable, LocalTime pushAt, Staff staff, Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.pushAt = pushAt;
        this.staff = staff;
        this.outbox = outbox;
    }

    private enum Kind {
        COMING,
        BEGUN
    }

    private record Gap(int year, Kind kind) {}

    /** Tells what there is to be told and has not been. */
    public void due(Instant now) {
        LocalDate today = timetable.dateOf(now);
        gap(today)
                .filter(gap -> isTime(today, now) && !isTold(gap))
                .ifPresent(gap -> jdbi.useTransaction(handle -> {
                    List<Person> admins =
                            staff.admins().stream().filter(Person::isReachable).toList();
                    if (!admins.isEmpty() && note(gap, now)) {
                        tell(gap, admins);
                    }
                }));
    }

    /** What is wrong today; a year in which there is no study any more, or not yet, is not missed. */
    private Optional<Gap> gap(LocalDate today) {
        int year = today.getYear();
        if (isMissed(year, today)) {
            return Optional.of(new Gap(year, Kind.BEGUN));
        }
        boolean isNear = !today.plusMonths(1).isBefore(LocalDate.of(year + 1, 1, 1));
        return isNear && isMissed(year + 1, LocalDate.of(year + 1, 1, 1))
                ? Optional.of(new Gap(year + 1, Kind.COMING))
                : Optional.empty();
    }

    private boolean isMissed(int year, LocalDate from) {
        LocalDate first = timetable.firstDay();
        LocalDate last = timetable.lastDay();
        boolean isStudied = (first == null || first.getYear() <= year) && (last == null || !last.isBefore(from));
        return isStudied && !timetable.calendar().hasDataFor(year);
    }

    /** From the push on, but not in the night, unless that is when this office has its push. */
    private boolean isTime(LocalDate today, Instant now) {
        LocalTime local = now.atZone(timetable.zone()).toLocalTime();
        return !now.isBefore(timetable.at(today, pushAt)) && (!QuietHours.cover(local) || QuietHours.cover(pushAt));
    }

    private boolean isTold(Gap gap) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select count(*) from missing_year
                                where programme = :programme and for_year = :year and kind = :kind
                                """)
                        .bind("programme", programme)
                        .bind("year", gap.year())
                        .bind("kind", word(gap))
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    private boolean note(Gap gap, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into missing_year (programme, for_year, kind, told_at)
                                values (:programme, :year, :kind, :now) on conflict do nothing
                                """)
                        .bind("programme", programme)
                        .bind("year", gap.year())
                        .bind("kind", word(gap))
                        .bind("now", now)
                        .execute())
                == 1;
    }

    private static String word(Gap gap) {
        return gap.kind().name().toLowerCase(Locale.ROOT);
    }

    private void tell(Gap gap, List<Person> admins) {
        Map<Language, LetterId> letters = new EnumMap<>(Language.class);
        outbox.post(
                Lane.DIGEST,
                admins.stream()
                        .map(admin -> new Outbox.Copy(
                                admin.chatId(),
                                letters.computeIfAbsent(
                                        admin.language(), language -> outbox.letter(message(gap, language))),
                                Topic.NONE,
                                "year:" + programme + ":" + gap.year() + ":" + word(gap) + ":"
                                        + admin.id().value()))
                        .toList());
    }

    private static Outgoing message(Gap gap, Language language) {
        String year = String.valueOf(gap.year());
        String words = Texts.html(language, "missing-year." + word(gap), year) + "\n\n"
                + Texts.html(language, "missing-year.how", year);
        return Outgoing.send(Content.html(words), Keyboard.NONE);
    }
}
