package org.panfeng.bench.botapi;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the load program asks for, a line each, and a line of answer. */
final class Script {
    private final People people;
    private final Crowd crowd;
    private final Updates updates;
    private final LongPoll poll;
    private final Webhook webhook;
    private final Tally tally;
    private Handover handover;

    Script(People people, Crowd crowd, Updates updates, LongPoll poll, Webhook webhook, Tally tally) {
        this.people = people;
        this.crowd = crowd;
        this.updates = updates;
        this.poll = poll;
        this.webhook = webhook;
        this.tally = tally;
        this.handover = poll;
        crowd.handsOverBy(poll);
    }

    String run(String line) {
        String[] words = line.strip().split(" ");
        switch (words[0]) {
            case "people" -> people.play(Long.parseLong(words[1]), Integer.parseInt(words[2]));
            case "act" -> crowd.act(Integer.parseInt(words[1]), words.length > 2 ? words[2] : "");
            case "pace" -> crowd.pace(Double.parseDouble(words[1]), Integer.parseInt(words[2]));
            case "say" ->
                say(people.with(Long.parseLong(words[1])), line.strip().split(" ", 3)[2]);
            case "press" -> {
                return press(people.with(Long.parseLong(words[1])), words[2]);
            }
            case "webhook" -> webhook(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "reset" -> tally.reset(System.nanoTime());
            case "state" -> {
                return tally.json(System.nanoTime());
            }
            case "copies" -> {
                return copies(words[1]);
            }
            default -> {
                return "unknown";
            }
        }
        return "ok";
    }

    private void say(Chat chat, String text) {
        updates.add(crowd.write(chat, text));
        handover.nudge();
    }

    /** Presses the newest button with this label. */
    private String press(Chat chat, String label) {
        Call.@Nullable Button button = chat.buttons.stream()
                .filter(one -> one.label().startsWith(label))
                .findFirst()
                .orElse(null);
        if (button == null) {
            return "none";
        }
        updates.add(crowd.press(chat, chat.buttonsMessage, button.data()));
        handover.nudge();
        return "ok";
    }

    private void webhook(int port, int connections) {
        handover = webhook;
        crowd.handsOverBy(webhook);
        webhook.open(port, connections);
        poll.nudge();
    }

    /** Who got a message that holds this word, and how often. */
    private String copies(String word) {
        int once = 0;
        int oftener = 0;
        int copies = 0;
        int blocked = 0;
        for (Chat chat : people.all()) {
            int here = chat.bulk.entrySet().stream()
                    .filter(text -> text.getKey().contains(word))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            copies += here;
            once += here > 0 ? 1 : 0;
            oftener += here > 1 ? 1 : 0;
            blocked += chat.isBlocked ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "{\"copies\":%d,\"chats\":%d,\"doubled\":%d,\"blocked\":%d}",
                copies,
                once,
                oftener,
                blocked);
    }
}
