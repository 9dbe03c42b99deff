package org.panfeng.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Looks at an H2 file before it is opened, and changes nothing. H2 opens a file that was cut short, or whose end was spoilt, as the older
 * state that is left of it, without a word; what must be there stands in the journal beside it.
 */
final class FileCheck {
    private final Address address;
    private final Path file;

    FileCheck(Address address, Path file) {
        this.address = address;
        this.file = file;
    }

    /**
     * @throws Damaged when the file is not what the journal says
     * @throws SQLException when it cannot be opened
     */
    void run() throws Damaged, SQLException {
        Optional<Journal.Entry> expected = journal();
        if (expected.isEmpty()) {
            return;
        }
        if (!Files.exists(file)) {
            throw new Damaged("The database " + file
                    + " is gone, though it has been used here. Put it or the last good backup back. "
                    + "To begin with an empty one, delete " + Journal.of(file) + ".");
        }
        long size = file.toFile().length();
        boolean isShort = size < expected.get().size();
        if (size == 0 || isShort && expected.get().isClosed()) {
            throw damaged("it has " + size + " bytes, and had " + expected.get().size());
        }
        lookInside(expected.get(), isShort);
    }

    private Optional<Journal.Entry> journal() throws Damaged {
        try {
            return Journal.read(file);
        } catch (IOException e) {
            throw new Damaged("The journal " + Journal.of(file)
                    + " beside the database cannot be read, so nobody knows whether the database is whole. Nothing was changed. "
                    + "To go on with the database as it is, delete the journal.");
        }
    }

    /** A file may have become shorter just before a kill because H2 gave space back: then everything that is in it can be read. */
    private void lookInside(Journal.Entry expected, boolean isShort) throws Damaged, SQLException {
        String url = H2Url.complete(address.url()) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password())) {
            Optional<Mark> mark = Mark.in(connection);
            if (mark.isEmpty() || mark.get().value() < expected.mark()) {
                throw damaged("its end is missing, or it is an older copy");
            } else if (!mark.get().lineage().equals(expected.lineage())) {
                throw damaged("it is another database than the one that was used here");
            }
            if (isShort) {
                readEverything(connection);
            }
        } catch (SQLException e) {
            // H2 wanted to write something to open the file, which is only to be looked at: that says nothing about the
            // disk.
            if (!Faults.isOfTheDisk(e)) {
                throw e;
            } else if (isShort) {
                throw damaged("a part of it is missing");
            }
        }
    }

    private void readEverything(Connection connection) throws Damaged {
        try {
            Contents.of(connection, rows -> {});
        } catch (SQLException e) {
            throw damaged("a part of it is missing");
        }
    }

    private Damaged damaged(String what) {
        return new Damaged("The database " + file + " is damaged: " + what
                + ". Nothing was changed. Put the last good backup in its place; keep a copy of the damaged file. "
                + "To go on with it as it is, delete " + Journal.of(file) + ".");
    }

    /**
     * What the database says of itself.
     *
     * @param value grows with every batch of updates, and every second in which something was written
     */
    record Mark(String lineage, long value) {
        static Optional<Mark> in(Connection connection) throws SQLException {
            try (ResultSet tables = connection.getMetaData().getTables(null, null, "journal", null)) {
                if (!tables.next()) {
                    return Optional.empty();
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select lineage, mark from journal where id = 1")) {
                return row.next() ? Optional.of(new Mark(row.getString(1), row.getLong(2))) : Optional.empty();
            }
        }
    }
}
