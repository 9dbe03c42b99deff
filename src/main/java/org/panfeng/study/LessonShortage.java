package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.QuietHours;
import org.panfeng.programme.Timetable;
import org.panfeng.study.Shortages.Shortage;

/**
 * Tells the admins that the new lessons are running low, two weeks before the last of them, and once more when they have run out. It looks
 * once on each study day, after the push time, and by day only; what a bot that was down has missed it finds at the next look.
 */
public final class LessonShortage {
    private static final int DAYS_AHEAD = 14;

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final LocalTime pushAt;
    private final ProgrammeDays days;
    private final Stocktaking stocktaking;
    private final Shortages shortages;
    private final Staff staff;
    private final Outbox outbox;

    LessonShortage(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            LocalTime pushAt,
            ProgrammeDays days,
            Stocktaking stocktaking,
            Staff staff,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.pushAt = pushAt;
        this.days = days;
        this.stocktaking = stocktaking;
        this.shortages = new Shortages(jdbi, programme);
        this.staff = staff;
        this.outbox = outbox;
    }

    /** Looks, where it has not been done today, and tells what there is to be told. */
    public void due(Instant now) {
        timetable
                .studyDayAt(now)
                .filter(day -> isTime(day, now))
                .ifPresent(day -> jdbi.useTransaction(handle -> {
                    List<Person> admins = admins();
                    look(day, now, admins).ifPresent(news -> outbox.post(Lane.DIGEST, copies(news, day, admins)));
                }));
    }

    /** From the push on, but not in the night, unless that is when this office has its push. */
    private boolean isTime(LocalDate day, Instant now) {
        LocalTime local = now.atZone(timetable.zone()).toLocalTime();
        return !now.isBefore(timetable.at(day, pushAt)) && (!QuietHours.cover(local) || QuietHours.cover(pushAt));
    }

    private List<Person> admins() {
        return staff.admins().stream().filter(Person::isReachable).toList();
    }

    /** A shortage is over once there is enough for two weeks, and, where reviews had begun, with the next new lesson. */
    private Optional<ShortageNews> look(LocalDate day, Instant at, List<Person> admins) {
        if (admins.isEmpty() || !days.countLessons(day, at)) {
            return Optional.empty();
        }
        boolean isReview = days.lessonOf(day).filter(Review::is).isPresent();
        boolean isLow =
                stocktaking.on(day).last().filter(last -> isSoon(last, day)).isPresent();
        Optional<Shortage> present = shortages.present();
        if (isReview) {
            return present.filter(Shortage::isOut).isPresent() ? Optional.empty() : Optional.of(runOut(present, day));
        } else if (present.isEmpty() || present.get().isOut() || !isLow) {
            present.ifPresent(over -> shortages.end(over, day));
            return isLow ? Optional.of(runLow(day)) : Optional.empty();
        }
        return Optional.empty();
    }

    private ShortageNews runLow(LocalDate day) {
        shortages.begin(day);
        return ShortageNews.LOW;
    }

    private ShortageNews runOut(Optional<Shortage> present, LocalDate day) {
        if (present.isEmpty()) {
            shortages.begin(day);
        }
        shortages.runOut(present.orElse(new Shortage(day, false)), day);
        return ShortageNews.OUT;
    }

    /** Whether the next look would be later than two weeks before. */
    private boolean isSoon(LocalDate last, LocalDate today) {
        LocalDate twoWeeksBefore = last.minusDays(DAYS_AHEAD);
        LocalDate nextLook = timetable.nextStudyDay(today).orElse(last);
        return !today.isBefore(twoWeeksBefore) || nextLook.isAfter(twoWeeksBefore);
    }

    private List<Outbox.Copy> copies(ShortageNews news, LocalDate day, List<Person> admins) {
        LessonStock stock = stocktaking.on(day);
        Map<Language, LetterId> letters = new EnumMap<>(Language.class);
        List<Outbox.Copy> copies = new ArrayList<>();
        for (Person admin : admins) {
            LetterId letter = letters.computeIfAbsent(
                    admin.language(), language -> outbox.letter(news.message(stock, programme, language)));
            copies.add(new Outbox.Copy(
                    admin.chatId(),
                    letter,
                    Topic.NONE,
                    "lessons:" + programme + ":" + day + ":" + admin.id().value()));
        }
        return copies;
    }
}
