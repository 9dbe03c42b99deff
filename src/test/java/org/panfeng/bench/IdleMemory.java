package org.panfeng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a bot holds of the machine's memory for which there is nothing to do. */
record IdleMemory(int people, int seconds) implements Scenario {
    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException, SQLException {
        try (Office office = Office.of(people, variant);
                Server server = Server.start(Map.of());
                Bot bot = Bot.start(variant, office.folder(), server, Map.of()).awaitReady()) {
            TimeUnit.SECONDS.sleep(seconds);
            return new Figures().add("RSS, MB", bot.residentMegabytes());
        }
    }
}
