package org.panfeng;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;

/** The databases every store and conversation is tested on: a fresh one each time, migrated as in production. */
public enum TestDatabase {
    H2 {
        @Override
        Address settings() {
            return new Address("jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "panfeng", "");
        }
    },
    POSTGRES {
        @Override
        Address settings() {
            String name = "test" + COUNT.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Address(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    abstract Address settings();

    Database open() {
        return open(settings());
    }

    /** Opens a database that has to be there. */
    static Database open(Address address) {
        try {
            return Database.open(address);
        } catch (Unusable e) {
            throw new IllegalStateException(e.words(), e);
        }
    }

    /** One server for all tests; its session zone differs from the JVM's, so that a forgotten zone shows. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("timezone", "America/St_Johns")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
