package org.panfeng.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.panfeng.chat.Command;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.SetAside;
import org.panfeng.programme.Timetable;
import org.panfeng.study.LessonStock;
import org.panfeng.study.Participation;
import org.panfeng.study.StudyFeature;

/** {@code /status}: whether the bot is well. */
final class StatusCommand implements Command {
    private final Vitals vitals;
    private final Outbox outbox;
    private final SetAside setAside;
    private final StudyFeature study;
    private final Timetable timetable;

    StatusCommand(Vitals vitals, Outbox outbox, SetAside setAside, StudyFeature study, Timetable timetable) {
        this.vitals = vitals;
        this.outbox = outbox;
        this.setAside = setAside;
        this.study = study;
        this.timetable = timetable;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Role from() {
        return Role.ADMIN;
    }

    @Override
    public void run(Turn turn, String words) {
        Language language = turn.language();
        long poisoned = setAside.count();
        turn.say(
                poisoned > 0 ? SetAsideButtons.look(language) : Keyboard.NONE,
                "status",
                new Html(verdict(language, poisoned)),
                heard(language),
                queue(language),
                poisoned,
                participation(language, turn.now()),
                new Html("\n" + lessons(language, turn.now()) + upcoming(language, turn.now())),
                vitals.database(),
                calendar(language, timetable.dateOf(turn.now())),
                vitals.version());
    }

    /** All is well, or what is not, one line each. */
    private String verdict(Language language, long poisoned) {
        List<String> lines = new ArrayList<>();
        vitals.troubles().forEach(trouble -> lines.add(trouble.in(language)));
        if (poisoned > 0) {
            lines.add(Texts.plain(language, "status.trouble.set-aside", poisoned));
        }
        return lines.isEmpty()
                ? Texts.html(language, "status.well")
                : Texts.html(language, "status.not-well") + "\n⚠️ " + Html.escape(String.join("\n⚠️ ", lines));
    }

    private String heard(Language language) {
        if (vitals.lastPoll().equals(Instant.EPOCH)) {
            return Texts.plain(language, "status.receiving-never");
        }
        Duration ago = Duration.between(vitals.lastPoll(), vitals.realTime());
        ZonedDateTime at = vitals.lastPoll().atZone(timetable.zone());
        return Texts.plain(
                language,
                "status.receiving",
                String.valueOf(Math.max(0, ago.toSeconds())),
                Dates.day(language, at.toLocalDate()) + " " + Dates.time(at.toLocalTime()));
    }

    private String queue(Language language) {
        Map<Lane, Long> waiting = outbox.waiting();
        if (waiting.isEmpty()) {
            return Texts.plain(language, "status.queue-empty");
        }
        return waiting.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(lane -> Texts.plain(
                                language, "status.lane." + lane.getKey().name().toLowerCase(Locale.ROOT))
                        + " "
                        + lane.getValue())
                .collect(Collectors.joining(" · "));
    }

    private String participation(Language language, Instant now) {
        Optional<Participation> today = study.participation(now);
        if (today.isEmpty()) {
            return Texts.plain(language, "status.no-study");
        }
        return Texts.plain(
                language,
                isWithdrawn(timetable.dateOf(now)) ? "status.withdrawn" : "status.participation",
                today.get().done(),
                today.get().given());
    }

    private boolean isWithdrawn(LocalDate day) {
        return study.withdrawals().isWithdrawn(day);
    }

    private String lessons(Language language, Instant now) {
        LessonStock stock = study.stock(now);
        String words;
        if (stock.left() == 0) {
            String since =
                    stock.newest().map(day -> Dates.shortDay(language, day)).orElse("");
            words = Texts.plain(language, "status.lessons.none", since);
        } else if (stock.last().isPresent()) {
            words = Texts.plain(
                    language,
                    "status.lessons.until",
                    stock.left(),
                    Dates.shortDay(language, stock.last().get()));
        } else {
            words = Texts.plain(language, "status.lessons.enough", stock.left());
        }
        return Texts.html(language, "status.lessons", words);
    }

    private String upcoming(Language language, Instant now) {
        return vitals.upcoming(now).stream()
                .filter(next -> !isWithdrawn(timetable.dateOf(next.at())))
                .map(next -> {
                    ZonedDateTime at = next.at().atZone(timetable.zone());
                    return "\n"
                            + Texts.html(
                                    language,
                                    "status.next." + next.what().name().toLowerCase(Locale.ROOT),
                                    Dates.day(language, at.toLocalDate()) + " " + Dates.time(at.toLocalTime()));
                })
                .collect(Collectors.joining());
    }

    private String calendar(Language language, LocalDate today) {
        int year = today.getYear();
        if (!timetable.calendar().hasDataFor(year)) {
            return Texts.plain(language, "status.calendar-missing", String.valueOf(year));
        }
        boolean isLate = today.getMonthValue() == 12 && !timetable.calendar().hasDataFor(year + 1);
        return Texts.plain(
                language,
                isLate ? "status.calendar-late" : "status.calendar-ok",
                String.valueOf(isLate ? year + 1 : year));
    }
}
