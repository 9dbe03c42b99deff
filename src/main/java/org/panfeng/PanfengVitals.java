package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.panfeng.jobs.Agenda;
import org.panfeng.report.Vitals;
import org.panfeng.telegram.Receiver;

/** How this bot is doing, for {@code /status}. */
record PanfengVitals(Panfeng panfeng) implements Vitals {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** Longer than the messenger lets a poll wait. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    @Override
    public Instant lastPoll() {
        return panfeng.receiver.health().lastPoll();
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        if (!panfeng.receiver.isAlive()) {
            troubles.add(new Trouble(Trouble.Kind.RECEIVING_STOPPED, ""));
        } else {
            reception(panfeng.receiver.health()).ifPresent(troubles::add);
        }
        if (!panfeng.courier.isAlive()) {
            troubles.add(new Trouble(Trouble.Kind.SENDING_STOPPED, ""));
        }
        if (!panfeng.isScheduling()) {
            troubles.add(new Trouble(Trouble.Kind.SCHEDULER_STOPPED, ""));
        }
        if (!panfeng.database.trouble().isEmpty()) {
            troubles.add(new Trouble(Trouble.Kind.DATABASE, panfeng.database.trouble()));
        }
        panfeng.night.trouble().ifPresent(words -> troubles.add(new Trouble(Trouble.Kind.NIGHT, words)));
        return troubles;
    }

    /** What is wrong with receiving; a poll that takes longer than Telegram lets one wait is a trouble of its own. */
    private Optional<Trouble> reception(Receiver.Health health) {
        if (!panfeng.admission.isOpen() && health.trouble().isEmpty()) {
            // Heard by the sender, while the poll still waits.
            return Optional.of(new Trouble(Trouble.Kind.RECEIVING, panfeng.admission.words()));
        }
        if (!health.trouble().isEmpty()) {
            return Optional.of(new Trouble(
                    Trouble.Kind.RECEIVING,
                    health.trouble(),
                    health.troubledSince().map(this::minutes).orElse("")));
        }
        Duration silence = Duration.between(health.lastPoll(), panfeng.realTime());
        return silence.compareTo(LONGEST_SILENCE) > 0
                ? Optional.of(new Trouble(
                        Trouble.Kind.SILENT, String.valueOf(silence.toSeconds()), minutes(health.lastPoll())))
                : Optional.empty();
    }

    private String minutes(Instant at) {
        return MINUTES.format(at.atZone(panfeng.timetable.zone()));
    }

    @Override
    public String database() {
        return panfeng.database.description();
    }

    @Override
    public String version() {
        return Version.NUMBER;
    }

    @Override
    public List<Upcoming> upcoming(Instant now) {
        Agenda agenda = panfeng.agenda;
        return Stream.of(
                        upcoming(What.PUSH, agenda.nextPush(now)),
                        upcoming(What.REMINDER, agenda.nextReminder(now)),
                        upcoming(What.CLOSE, agenda.nextClose(now)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Upcoming::at))
                .toList();
    }

    private static Optional<Upcoming> upcoming(What what, Optional<Instant> at) {
        return at.map(instant -> new Upcoming(what, instant));
    }

    @Override
    public Instant realTime() {
        return panfeng.realTime();
    }
}
