package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Holds what became of a notice, by the bot's books and by its report, against what people have got and what went wrong on the way. */
final class Receipts {
    private static final String STOPPED = "stopped on the way";

    private final EnrolledOffice office;
    private final String words;
    private final List<Books.Receipt> receipts;
    private final Books.Notice notice;
    private final List<Long> unreachable;
    private final Map<String, Long> byState;

    /** The bot must have stopped. */
    Receipts(EnrolledOffice office, String words) throws SQLException {
        this.office = office;
        this.words = words;
        try (Books books = office.books()) {
            receipts = books.receipts("notice");
            notice = books.notices().get(0);
            unreachable = books.unreachable();
        }
        byState = receipts.stream().collect(Collectors.groupingBy(Books.Receipt::state, Collectors.counting()));
    }

    /** Everybody has one receipt, which says what happened for certain, or that a kill has met the message on its way. */
    void check(Map<Long, Trouble> troubles) {
        assertThat(receipts).extracting(Books.Receipt::chat).containsExactlyInAnyOrderElementsOf(office.people());
        for (Books.Receipt receipt : receipts) {
            int copies = copies(receipt);
            assertThat(copies).as("%s", receipt).isLessThanOrEqualTo(1);
            if (!isStopped(receipt)) {
                Trouble trouble = troubles.get(receipt.chat());
                assertThat(receipt.state()).as("%s", receipt).isEqualTo(trouble == null ? "delivered" : trouble.state);
                assertThat(receipt.outcome()).contains(trouble == null ? "" : trouble.reason);
                assertThat(copies).as("%s", receipt).isEqualTo(trouble == null ? 1 : trouble.copies);
            }
        }
    }

    private int copies(Books.Receipt receipt) {
        return office.account().copies(receipt.chat(), words);
    }

    private static boolean isStopped(Books.Receipt receipt) {
        return receipt.state().equals("unknown") && receipt.outcome().equals(STOPPED);
    }

    /** The numbers that the admin was told, those that are stored and those of the receipts are the same, and leave nobody out. */
    void checkSums() {
        NoticeReport counted = new NoticeReport(
                receipts.size(), count("delivered"), count("unreachable"), count("refused"), count("unknown"));
        assertThat(office.report()).contains(counted);
        assertThat(counted.delivered() + counted.unreachable() + counted.failed() + counted.inDoubt())
                .isEqualTo(office.people().size());
        assertThat(notice.state()).isEqualTo("finished");
        assertThat(notice.recipients()).isEqualTo(counted.recipients());
        assertThat(notice.delivered()).isEqualTo(counted.delivered());
        assertThat(notice.inDoubt()).isEqualTo(counted.inDoubt());
        assertThat(unreachable)
                .containsExactlyInAnyOrderElementsOf(receipts.stream()
                        .filter(receipt -> receipt.state().equals("unreachable"))
                        .map(Books.Receipt::chat)
                        .toList());
    }

    private int count(String state) {
        return Math.toIntExact(Objects.requireNonNull(byState.getOrDefault(state, 0L)));
    }

    /** How many messages kills have met on their way. */
    long stopped() {
        return receipts.stream().filter(Receipts::isStopped).count();
    }

    @Override
    public String toString() {
        return "%s, of the unknown %d met by a kill, %d copies arrived"
                .formatted(
                        byState,
                        stopped(),
                        receipts.stream().mapToInt(this::copies).sum());
    }
}
