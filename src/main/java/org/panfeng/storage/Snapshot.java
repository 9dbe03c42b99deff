package org.panfeng.storage;

import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Reading that sees everything as it was at one moment, whatever others change meanwhile. */
public final class Snapshot {
    private Snapshot() {}

    public static <T> T read(Jdbi jdbi, Function<Handle, T> work) {
        return jdbi.withHandle(handle -> handle.inTransaction(level(handle), work::apply));
    }

    /** What PostgreSQL calls repeatable read is a snapshot; in H2 it is not, but serializable is. */
    private static TransactionIsolationLevel level(Handle handle) {
        try {
            return handle.getConnection().getMetaData().getDatabaseProductName().equals("H2")
                    ? TransactionIsolationLevel.SERIALIZABLE
                    : TransactionIsolationLevel.REPEATABLE_READ;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what it is", e);
        }
    }
}
