package org.panfeng.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What was done in each night to keep the data safe. */
public final class Nights {
    private static final int LONGEST_TROUBLE = 300;

    private final Jdbi jdbi;

    public Nights(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A night whose work has ended.
     *
     * @param backup the file, empty where none is made
     * @param trouble what went wrong, empty where nothing did
     */
    public record Night(LocalDate date, String backup, String trouble) {}

    /** The last night whose work has ended. */
    public Optional<Night> last() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select night, backup, trouble from night where ended_at is not null order by night desc limit 1
                        """)
                .map((row, context) -> new Night(
                        row.getObject("night", LocalDate.class), row.getString("backup"), row.getString("trouble")))
                .findOne());
    }

    /** Writes down how it ended; a later attempt takes the place of an earlier one. */
    public void end(Night night, Instant began, Instant ended) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from night where night = :night")
                    .bind("night", night.date())
                    .execute();
            handle.createUpdate("""
                            insert into night (night, began_at, ended_at, backup, trouble)
                            values (:night, :began, :ended, :backup, :trouble)
                            """)
                    .bind("night", night.date())
                    .bind("began", began)
                    .bind("ended", ended)
                    .bind("backup", night.backup())
                    .bind("trouble", cut(night.trouble()))
                    .execute();
        });
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TROUBLE ? text : text.substring(0, LONGEST_TROUBLE);
    }
}
