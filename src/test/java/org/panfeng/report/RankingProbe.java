package org.panfeng.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.OpenDatabase;
import org.panfeng.people.PersonId;
import org.panfeng.study.Places;
import org.panfeng.study.StreakCounts;

/** The queries of {@code /ranking}, for measurements: the streaks of everybody. */
public final class RankingProbe {
    private static final Rankings.Scope EVERYBODY =
            new Rankings.Scope(RankingView.STREAK, LocalDate.MIN, Optional.empty());

    private final Rankings rankings;

    public RankingProbe(Jdbi jdbi, StreakCounts counts) {
        this.rankings = new Rankings(jdbi, OpenDatabase.PROGRAMME, counts);
    }

    /** The first page. */
    public List<Standing> top() {
        return rankings.rows(EVERYBODY, rankings.places(EVERYBODY), 0, RankingMessage.PAGE);
    }

    /** Somebody's place, and the three before and after. */
    public Standing own(PersonId person) {
        Places places = rankings.places(EVERYBODY);
        Standing own = rankings.of(EVERYBODY, places, person).orElseThrow();
        rankings.before(EVERYBODY, places, own, 3);
        rankings.after(EVERYBODY, places, own, 3);
        return own;
    }

    /** The first page of another view: month, or the whole programme. */
    public List<Standing> top(String view, LocalDate today) {
        RankingView ranked = RankingView.valueOf(view);
        Rankings.Scope scope = new Rankings.Scope(ranked, RankingMessage.firstDay(ranked, today), Optional.empty());
        return rankings.rows(scope, rankings.places(scope), 0, RankingMessage.PAGE);
    }
}
