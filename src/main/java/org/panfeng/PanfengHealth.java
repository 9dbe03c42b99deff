package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.panfeng.telegram.Receiver;
import org.panfeng.web.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this bot is doing, for {@code /health}. Instants are real time, in UTC. */
record PanfengHealth(Panfeng panfeng) implements Health {
    private static final Logger log = LoggerFactory.getLogger(PanfengHealth.class);

    @Override
    public List<String> troubles() {
        return panfeng.troublesInWords();
    }

    @Override
    public Map<String, Object> figures() {
        Map<String, Object> figures = new TreeMap<>();
        Receiver.Health receiving = panfeng.receiver.health();
        if (!receiving.lastPoll().equals(Instant.EPOCH)) {
            figures.put("lastPoll", receiving.lastPoll().toString());
            figures.put(
                    "lastPollSecondsAgo",
                    Duration.between(receiving.lastPoll(), panfeng.realTime()).toSeconds());
        }
        receiving.troubledSince().ifPresent(since -> figures.put("receivingTroubledSince", since.toString()));
        try {
            figures.put("setAside", panfeng.setAside.count());
            figures.put("waiting", waiting());
        } catch (RuntimeException e) {
            // Health must be told of a database that is gone, not go with it.
            log.debug("The database could not be asked: {}", e.getClass().getName());
        }
        return figures;
    }

    private Map<String, Long> waiting() {
        Map<String, Long> waiting = new TreeMap<>();
        panfeng.outbox
                .waiting()
                .forEach((lane, parcels) -> waiting.put(lane.name().toLowerCase(Locale.ROOT), parcels));
        return waiting;
    }
}
