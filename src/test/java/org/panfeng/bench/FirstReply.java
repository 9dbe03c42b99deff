package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How long a person waits whose {@code /start} was there before the bot, from the start of the process to the first message, in an
 * empty folder: the database is made on the way. The time on the processors is disturbed less by what else the machine does.
 *
 * @param fromArchive whether classes come from an archive that an earlier run has left, as in the image
 */
record FirstReply(boolean fromArchive) implements Scenario {
    private static final long PERSON = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException {
        if (!fromArchive) {
            return measureOnce(variant);
        }
        try (Folder folder = Folder.make()) {
            Path archive = folder.path().resolve("panfeng.jsa");
            measureOnce(variant.with(List.of("-XX:ArchiveClassesAtExit=" + archive)));
            return measureOnce(variant.with(List.of("-XX:SharedArchiveFile=" + archive)));
        }
    }

    private static Figures measureOnce(Variant variant) throws IOException, InterruptedException {
        try (Folder folder = Folder.make();
                Server server = Server.start(Map.of())) {
            server.tell("say", PERSON, "/start");
            server.tell("reset");
            try (Bot bot = Bot.start(variant, folder.path(), server, Map.of())) {
                JsonNode state = server.await(now -> now.path("firstDelivery").asDouble() > 0, PATIENCE);
                double processors = bot.processorTime();
                bot.awaitReady();
                return new Figures()
                        .add("first reply, s", state.path("firstDelivery").asDouble())
                        .add("on the processors, s", processors);
            }
        }
    }
}
