package org.panfeng.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.migration.Context;

/**
 * Creates Quartz's tables from the script that its own jar brings; the one for PostgreSQL suits H2 as well.
 */
final class QuartzTables extends CodedMigration {
    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");
    private static final Pattern CREATE = Pattern.compile("(?i)^CREATE (TABLE|INDEX) ");

    QuartzTables() {
        // Before our own, whose numbers grow.
        super("0.1", "quartz tables");
    }

    @Override
    public void migrate(Context context) throws Exception {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : COMMENT.matcher(script()).replaceAll("").split(";")) {
                Matcher create = CREATE.matcher(sql.strip());
                if (create.find()) {
                    statement.execute(create.replaceFirst("CREATE $1 IF NOT EXISTS "));
                }
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = QuartzTables.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IOException("Quartz's jar lacks " + SCRIPT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
