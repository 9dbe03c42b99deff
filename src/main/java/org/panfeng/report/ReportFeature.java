package org.panfeng.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Rereading;
import org.panfeng.mailbox.SetAside;
import org.panfeng.people.Departments;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;
import org.panfeng.study.StudyFeature;

/** What people ask to see, put together. */
public final class ReportFeature {
    private final Rankings rankings;
    private final RankingCommand ranking;
    private final StatusCommand status;
    private final SetAsideButtons setAside;

    public ReportFeature(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            Staff staff,
            Departments departments,
            StudyFeature study,
            Outbox outbox,
            SetAside setAside,
            Rereading rereading,
            Vitals vitals) {
        this.rankings = new Rankings(jdbi, programme, study.streakCounts());
        RankingMessage message = new RankingMessage(rankings, timetable.zone());
        this.ranking = new RankingCommand(staff, departments, timetable, message);
        this.setAside = new SetAsideButtons(setAside, rereading, timetable.zone());
        this.status = new StatusCommand(vitals, outbox, setAside, study, timetable);
    }

    /** The first of the streak ranking, at most so many. */
    public List<Standing> longestStreaks(int most) {
        Rankings.Scope everybody = new Rankings.Scope(RankingView.STREAK, LocalDate.MIN, Optional.empty());
        return rankings.rows(everybody, rankings.places(everybody), 0, most);
    }

    public List<Command> commands() {
        return List.of(ranking, status);
    }

    public List<ButtonHandler> buttons() {
        return List.of(ranking, setAside);
    }
}
