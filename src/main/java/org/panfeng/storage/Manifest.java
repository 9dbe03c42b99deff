package org.panfeng.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param version of the Panfeng that made it
 * @param schema the newest migration of its tables
 * @param sha256 of the data as it lies in the backup, in hexadecimal
 */
record Manifest(String version, String schema, Instant madeAt, String sha256, Contents contents) {
    private static final String FORMAT = "panfeng backup 1";
    private static final ObjectMapper JSON = new ObjectMapper();

    String write() {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", version);
        root.put("schema", schema);
        root.put("made-at", madeAt.toString());
        root.put("sha256", sha256);
        ObjectNode tables = root.putObject("tables");
        contents.tables()
                .forEach((name, table) ->
                        tables.putObject(name).put("rows", table.rows()).put("hash", table.hash()));
        return root.toPrettyString() + "\n";
    }

    /**
     * @throws IllegalArgumentException when this is no manifest of a backup
     */
    static Manifest read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("format").asText().equals(FORMAT)) {
                throw new IllegalArgumentException("another format");
            }
            Map<String, Contents.Table> tables = new TreeMap<>();
            root.path("tables")
                    .fields()
                    .forEachRemaining(table -> tables.put(
                            table.getKey(),
                            new Contents.Table(
                                    table.getValue().path("rows").asLong(),
                                    table.getValue().path("hash").asText())));
            return new Manifest(
                    root.path("version").asText(),
                    root.path("schema").asText(),
                    Instant.parse(root.path("made-at").asText()),
                    root.path("sha256").asText(),
                    new Contents(tables));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("no manifest", e);
        }
    }
}
