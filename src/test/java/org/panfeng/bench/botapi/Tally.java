package org.panfeng.bench.botapi;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What has happened since the counts were last set to zero. Time is in nanoseconds, from any beginning. */
final class Tally {
    private final Map<String, Integer> methods = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private Samples untilAnswered = new Samples();
    private Samples untilConfirmed = new Samples();
    private int handedOut;
    private int tooMany;
    private int violations;
    private long firstHandedOut;
    private long firstDelivery;
    private long lastDelivery;
    private long lastAnswer;
    private int answers;
    private int bulk;
    private long began;
    private long firstBulk;
    private long lastBulk;

    void reset(long now) {
        began = now;
        methods.clear();
        faults.clear();
        untilAnswered = new Samples();
        untilConfirmed = new Samples();
        handedOut = 0;
        tooMany = 0;
        violations = 0;
        bulk = 0;
        answers = 0;
        firstDelivery = now;
        lastDelivery = now;
        lastAnswer = now;
    }

    void handedOut(long now) {
        if (handedOut++ == 0) {
            firstHandedOut = now;
        }
    }

    void confirmed(long nanos) {
        untilConfirmed.add(nanos);
    }

    void answered(long nanos, long now) {
        untilAnswered.add(nanos);
        lastAnswer = now;
    }

    /** The press of an option was confirmed: the answer counts. */
    void answer() {
        answers++;
    }

    void called(Call call, long now) {
        methods.merge(call.method(), 1, Integer::sum);
        if (call.isDelivery()) {
            firstDelivery = firstDelivery == began ? now : firstDelivery;
            lastDelivery = now;
        }
    }

    /** A message came that answers nobody. */
    void bulk(long now) {
        if (bulk++ == 0) {
            firstBulk = now;
        }
        lastBulk = now;
    }

    void refused() {
        tooMany++;
    }

    void fault(Fault fault) {
        faults.merge(fault.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
    }

    /** Something was sent before a wait that was asked for was over. */
    void violation() {
        violations++;
    }

    String json(long now) {
        double[] answered = untilAnswered.percentiles(0.5, 0.99);
        double[] confirmed = untilConfirmed.percentiles(0.5, 0.99);
        return String.format(
                Locale.ROOT,
                "{\"handedOut\":%d,\"confirmed\":%d,\"answered\":%d,\"answers\":%d,\"firstDelivery\":%.4f,\"seconds\":%.4f,\"answerSeconds\":%.4f,\"quiet\":%.3f,\"p50\":%.2f,\"p99\":%.2f,"
                        + "\"bulk\":%d,\"bulkSeconds\":%.4f,\"bulkEnd\":%.4f,\"confirmed50\":%.2f,\"confirmed99\":%.2f,\"tooMany\":%d,\"violations\":%d,\"methods\":%s,\"faults\":%s}",
                handedOut,
                untilConfirmed.size(),
                untilAnswered.size(),
                answers,
                (firstDelivery - began) / 1e9,
                (lastDelivery - firstHandedOut) / 1e9,
                (lastAnswer - firstHandedOut) / 1e9,
                (now - lastDelivery) / 1e9,
                answered[0],
                answered[1],
                bulk,
                (lastBulk - firstBulk) / 1e9,
                (lastBulk - began) / 1e9,
                confirmed[0],
                confirmed[1],
                tooMany,
                violations,
                json(methods),
                json(faults));
    }

    private static String json(Map<String, Integer> counts) {
        StringBuilder json = new StringBuilder("{");
        counts.forEach((name, count) -> json.append(json.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(count));
        return json.append('}').toString();
    }
}
