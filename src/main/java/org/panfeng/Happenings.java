package org.panfeng;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.panfeng.chat.Isolates;
import org.panfeng.report.Standing;
import org.panfeng.study.Participation;

/** Tells on a terminal how the office's day goes: one line for each thing that has changed since the last look. */
final class Happenings {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Supplier<Panfeng> bot;
    private final PassingTime time;
    private final PrintWriter out;
    private Optional<LocalDate> day = Optional.empty();
    private Participation told = new Participation(0, 0, 0);
    private String ranking = "";

    /**
     * @param bot asked anew each time, since it may be restarted
     */
    Happenings(Supplier<Panfeng> bot, PassingTime time, PrintWriter out) {
        this.bot = bot;
        this.time = time;
        this.out = out;
    }

    /** Looks once and tells what is new. */
    void look() {
        Instant now = time.now();
        Optional<LocalDate> today = bot.get().timetable.studyDayAt(now);
        if (!today.equals(day)) {
            day.ifPresent(over -> tell(now, "the study day of " + over + " is over: " + words(over)));
            day = today;
            told = new Participation(0, 0, 0);
        }
        day.ifPresent(open -> tell(now, bot.get().study.participation(open)));
        String top = top();
        if (!top.equals(ranking)) {
            ranking = top;
            tell(now, "longest streaks: " + top);
        }
        out.flush();
    }

    private String words(LocalDate over) {
        Participation participation = bot.get().study.participation(over);
        return participation.done() + " of " + participation.given() + " have done it";
    }

    private void tell(Instant now, Participation next) {
        if (next.given() > told.given()) {
            long more = next.given() - told.given();
            tell(now, "the day's lesson has gone out to " + more + (more == next.given() ? "" : " more"));
        }
        if (next.begun() > told.begun() || next.done() > told.done()) {
            tell(now, next.begun() + " have begun, " + next.done() + " have finished");
        }
        told = next;
    }

    /** {@code 1. 王晓燕 21 · 1. 李敏 21 · 3. 张明 18}: equals share a place. */
    private String top() {
        List<Standing> first = bot.get().report.longestStreaks(3);
        return first.stream()
                .map(standing -> standing.place() + ". " + Isolates.of(standing.name()) + " " + standing.days())
                .collect(Collectors.joining(" · "));
    }

    private void tell(Instant now, String what) {
        ZonedDateTime local = now.atZone(time.zone());
        out.println("  " + TIME.format(local) + "  " + what);
    }
}
