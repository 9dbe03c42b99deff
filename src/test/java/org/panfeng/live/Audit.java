package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what people saw against what the bot has written down. */
final class Audit {
    private final Account account;
    private final Books books;
    private final List<Long> people;
    private long triedAgain;
    private int duplicates;
    private int sentNotices;
    private int inDoubt;

    Audit(Account account, Books books, List<Long> people) {
        this.account = account;
        this.books = books;
        this.people = people;
    }

    /** Every answer shown as taken is stored as it was shown, and nobody has more answers than questions. */
    void answers(int questions) throws SQLException {
        List<Books.Stored> stored = books.answers();
        assertThat(stored).hasSize(people.size() * questions);
        Set<Account.Taken> asShown = stored.stream().map(Audit::asShown).collect(Collectors.toSet());
        Set<Account.Taken> shown =
                account.taken().stream().map(Audit::withoutTheRightWords).collect(Collectors.toSet());
        assertThat(shown).isEqualTo(asShown);
        assertThat(account.flashes())
                .allSatisfy(flash -> assertThat(stored)
                        .anyMatch(answer -> answer.person() == flash.person()
                                && answer.question() == flash.question()
                                && answer.isRight() == flash.isRight()));
        assertThat(books.setAside()).isZero();
    }

    /** A right answer is shown as the right one, whatever words were typed. */
    private static Account.Taken asShown(Books.Stored answer) {
        String truth = answer.given().equals("T") ? "对" : answer.given().equals("F") ? "错" : answer.given();
        return withoutTheRightWords(new Account.Taken(answer.person(), answer.question(), truth, answer.isRight()));
    }

    private static Account.Taken withoutTheRightWords(Account.Taken taken) {
        return taken.isRight() ? new Account.Taken(taken.person(), taken.question(), "", true) : taken;
    }

    /** Everybody was told the end, with the score they saw come about and a streak of one day, and that is what is stored. */
    void days() throws SQLException {
        Map<Long, Long> right = account.taken().stream()
                .filter(Account.Taken::isRight)
                .map(taken -> taken.person() + ":" + taken.question())
                .distinct()
                .collect(
                        Collectors.groupingBy(key -> Long.parseLong(key.replaceAll(":.*", "")), Collectors.counting()));
        assertThat(account.summaries()).allSatisfy(summary -> {
            assertThat(summary.streak()).isEqualTo(1);
            assertThat((long) summary.right()).isEqualTo(right.getOrDefault(summary.person(), 0L));
        });
        assertThat(new HashSet<>(account.summaries().stream()
                        .map(Account.Summary::person)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(account.streaks()).isNotEmpty().containsOnly(1);
        assertThat(books.streaks())
                .isEqualTo(people.stream().map(id -> id + ": 1 of 1").toList());
        assertThat(books.ledger())
                .isEqualTo(people.stream().map(id -> id + ": done").toList());
    }

    /** Everything was said; twice at most what a kill met on its way, and that is one message in a chat. */
    void messages(int kills) throws SQLException {
        triedAgain = books.triedAgain();
        assertThat(books.unsettled()).isZero();
        for (long person : people) {
            Books.Sends sends = books.sends(person);
            int saw = account.sent(person);
            assertThat(saw)
                    .as("messages to %d: %s", person, sends)
                    .isBetween(sends.delivered(), sends.parcels() + sends.repeats());
            int twice = Math.max(0, saw - sends.delivered());
            assertThat(twice).as("of which each kill met one").isLessThanOrEqualTo(kills);
            duplicates += twice;
        }
    }

    /** Nobody got a notice twice, and the report knows of everybody who did not get it for certain. */
    void notices(Announcer announcer) throws SQLException {
        List<Books.Notice> notices = books.notices();
        List<NoticeReport> reports = announcer.reports();
        sentNotices = notices.size();
        assertThat(notices).extracting(Books.Notice::words).isEqualTo(announcer.notices());
        for (int i = 0; i < notices.size(); i++) {
            Books.Notice notice = notices.get(i);
            NoticeReport report = reports.get(i);
            List<Integer> copies = people.stream()
                    .map(person -> account.copies(person, notice.words()))
                    .toList();
            int received = copies.stream().mapToInt(Integer::intValue).sum();
            assertThat(copies).allMatch(copy -> copy <= 1, "at most one copy");
            assertThat(received).isBetween(report.delivered(), report.delivered() + report.inDoubt());
            assertThat(report)
                    .isEqualTo(new NoticeReport(notice.recipients(), notice.delivered(), 0, 0, notice.inDoubt()));
            assertThat(notice.delivered() + notice.inDoubt()).isEqualTo(notice.recipients());
            assertThat(notice.sent()).isEqualTo(notice.delivered());
            assertThat(notice.unknown()).isEqualTo(notice.inDoubt());
            assertThat(notice.state()).isEqualTo("finished");
            inDoubt += notice.inDoubt();
        }
    }

    /** Everything that was to be said was said, and once. */
    void nothingInDoubt() throws SQLException {
        assertThat(inDoubt).isZero();
        for (long person : people) {
            Books.Sends sends = books.sends(person);
            assertThat(account.sent(person))
                    .as("messages to %d: %s", person, sends)
                    .isEqualTo(sends.parcels());
        }
    }

    @Override
    public String toString() {
        return "%d people, %d answers seen, %d parcels tried again, %d messages came twice, %d notices with %d copies in doubt"
                .formatted(people.size(), account.taken().size(), triedAgain, duplicates, sentNotices, inDoubt);
    }
}
