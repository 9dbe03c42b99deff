package org.panfeng;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.panfeng.jobs.Agenda;
import org.panfeng.report.Vitals;

/** How this bot is doing, for {@code /status}. */
record PanfengVitals(Panfeng panfeng) implements Vitals {
    @Override
    public Instant lastPoll() {
        return panfeng.receiver.health().lastPoll();
    }

    @Override
    public List<Trouble> troubles() {
        return panfeng.troubles();
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
