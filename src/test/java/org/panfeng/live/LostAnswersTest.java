package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that arrive while the answer to the bot does not: the day's task is sent once more and no oftener, a notice never again. */
class LostAnswersTest {
    private static final String WORDS = "周五演练";
    private static final int PER_SECOND = 100;
    /** More than the bot may send. */
    private static final int ANY = 9;
    /** In which a message would come that is too many: a chat takes one a second. */
    private static final Duration LULL = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aLostAnswerIsNeverFollowedBlindly() throws IOException, SQLException {
        lose(50);
    }

    @Test
    @Tag("loop")
    void aThousandLostAnswersAreNeverFollowedBlindly() throws IOException, SQLException {
        lose(Integer.getInteger("panfeng.sends", 1000));
    }

    /** Two people lose five answers: one that to the first task, the other those to both, and each that to the notice. */
    private void lose(int answers) throws IOException, SQLException {
        try (EnrolledOffice office = new EnrolledOffice(folder, 2 * answers / 5, PER_SECOND);
                BotProcess bot = office.start()) {
            for (long person : office.people()) {
                lose(office, person, isLucky(person) ? 1 : ANY);
            }
            office.push();
            awaitSent(office, bot, 2);
            office.faults().clear();
            office.people().forEach(person -> lose(office, person, ANY));
            office.announce(WORDS);
            Await.until(
                    () -> "the report\n" + bot.said(),
                    PATIENCE,
                    () -> office.report().isPresent());
            awaitSent(office, bot, 3);
            bot.stop(Duration.ofSeconds(10));
            tasks(office);
            notices(office);
            System.out.printf("LostAnswersTest: %d answers lost, each task came twice, each notice once%n", answers);
        }
    }

    private static boolean isLucky(long person) {
        return person % 2 == 0;
    }

    private static void lose(EnrolledOffice office, long person, int times) {
        office.faults().onAny().inChat(person).times(times).dropAfterHandling();
    }

    /** Waits until everybody has so many messages, and then a while for one more, which must not come. */
    private static void awaitSent(EnrolledOffice office, BotProcess bot, int each) {
        Await.until(
                () -> each + " messages each\n" + bot.said(),
                PATIENCE,
                () -> office.people().stream()
                        .allMatch(person -> office.account().sent(person) >= each));
        Await.pause(LULL.toMillis());
        assertThat(office.people())
                .allSatisfy(person -> assertThat(office.account().sent(person)).isEqualTo(each));
    }

    private static void tasks(EnrolledOffice office) throws SQLException {
        try (Books books = office.books()) {
            List<Books.Receipt> tasks = books.receipts("task");
            assertThat(tasks).hasSize(office.people().size()).allSatisfy(task -> {
                assertThat(task.isRepeated()).isTrue();
                assertThat(task.state()).isEqualTo(isLucky(task.chat()) ? "delivered" : "unknown");
            });
        }
    }

    private static void notices(EnrolledOffice office) throws SQLException {
        int people = office.people().size();
        assertThat(office.report()).contains(new NoticeReport(people, 0, 0, 0, people));
        try (Books books = office.books()) {
            assertThat(books.receipts("notice"))
                    .hasSize(people)
                    .allSatisfy(notice -> assertThat(notice.state()).isEqualTo("unknown"));
            assertThat(books.receipts("notice").stream()
                            .collect(Collectors.summingInt(
                                    notice -> office.account().copies(notice.chat(), WORDS))))
                    .isEqualTo(people);
        }
    }
}
