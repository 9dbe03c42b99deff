package org.panfeng.live;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the running bot with -9 at random moments: what was shown as taken is there, and what came twice a kill had met on its way. */
class KillTest {
    @TempDir
    private Path folder;

    @Test
    void aConversationGoesOnThroughTwentyKills() throws IOException, SQLException {
        goesOnThrough(20);
    }

    @Test
    @Tag("loop")
    void aConversationGoesOnThroughManyKills() throws IOException, SQLException {
        goesOnThrough(Integer.getInteger("panfeng.kills", 200));
    }

    private void goesOnThrough(int kills) throws IOException, SQLException {
        try (BusyOffice office = new BusyOffice(folder)) {
            office.goThrough(kills, BotProcess::kill);
            System.out.println("KillTest: " + office.audit(kills));
        }
    }
}
