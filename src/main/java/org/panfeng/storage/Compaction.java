package org.panfeng.storage;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Keeps the H2 file from growing with what is long gone. Each commit appends a chunk, of which later commits leave ever less in use; H2 writes
 * the rest anew and uses the space again by a thread of its own, which it does not have where every commit is to be on disk at once.
 */
final class Compaction {
    /** In per cent of a file's chunks: from here on it is left as it is. */
    private static final int ENOUGH = 60;
    /** In bytes written anew; commits wait for so long. */
    private static final int BITE = 1 << 20;

    private static final int MOST_BITES = 8;

    private Compaction() {}

    /** Writes a few megabytes of sparse chunks anew, if there are any. */
    static void goOn(Connection connection) throws SQLException {
        MVStore store = storeOf(connection);
        for (int bites = 0; bites < MOST_BITES && store.compact(ENOUGH, BITE); bites++) {
            Thread.yield();
        }
    }

    private static MVStore storeOf(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
