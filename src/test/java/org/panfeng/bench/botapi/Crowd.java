package org.panfeng.bench.botapi;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The people: each presses an answer and writes a command in turn, and waits for the bot's answer in between. Eager ones do the next
 * thing as soon as the bot can take it, others write at a steady pace.
 */
final class Crowd implements Updates.Source {
    private static final String[] COMMANDS = {"/streak", "/today", "/help", "/settings"};
    private static final int TICK_MILLIS = 5;

    private final People people;
    private final Updates updates;
    private final EventLoop loop;
    private final Random random;
    private final Deque<Chat> ready = new ArrayDeque<>();
    private final Map<String, Chat> pressers = new HashMap<>();
    private Handover handover = () -> {};
    private String only = "";
    private int left;
    private int commands;
    private @Nullable ScheduledFuture<?> pace;

    Crowd(People people, Updates updates, EventLoop loop, long seed) {
        this.people = people;
        this.updates = updates;
        this.loop = loop;
        this.random = new Random(seed);
    }

    void handsOverBy(Handover handover) {
        this.handover = handover;
    }

    /**
     * Everybody becomes eager.
     *
     * @param count how many updates there will be
     * @param command what everybody writes; empty for presses and commands in turn
     */
    void act(int count, String command) {
        only = command;
        left = count;
        ready.clear();
        ready.addAll(people.played());
        handover.nudge();
    }

    /** Somebody writes so many times a second, for so long. */
    void pace(double perSecond, int count) {
        left = 0;
        only = "";
        long began = System.nanoTime();
        int[] done = {0};
        pace = loop.scheduleAtFixedRate(
                () -> {
                    long due = (long) Math.min(count, (System.nanoTime() - began) * perSecond / 1e9);
                    for (; done[0] < due; done[0]++) {
                        actOne();
                    }
                    if (done[0] >= count && pace != null) {
                        pace.cancel(false);
                    }
                },
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void actOne() {
        for (int tries = 0; tries < 100; tries++) {
            Chat chat = people.played().get(random.nextInt(people.played().size()));
            if (chat.isAnswered() && !chat.isBlocked) {
                updates.add(write(chat, COMMANDS[commands++ % COMMANDS.length]));
                handover.nudge();
                return;
            }
        }
    }

    /** The bot has answered what this person did last. */
    void isReady(Chat chat) {
        if (left > 0 && chat.isPlayed) {
            ready.add(chat);
            handover.nudge();
        }
    }

    @Override
    public @Nullable Update next() {
        while (left > 0 && !ready.isEmpty()) {
            Chat chat = ready.removeFirst();
            Update update = only.isEmpty() ? inTurn(chat) : write(chat, only);
            if (update != null) {
                left--;
                return update;
            }
        }
        return null;
    }

    /** What this person does next; nothing once no question is left. */
    private @Nullable Update inTurn(Chat chat) {
        if (chat.pressedLast) {
            return write(chat, COMMANDS[commands++ % COMMANDS.length]);
        }
        if (chat.question.isEmpty()) {
            return null;
        }
        String data = chat.question.get(random.nextInt(chat.question.size())).data();
        chat.question = List.of();
        return press(chat, chat.questionMessage, data);
    }

    Update write(Chat chat, String text) {
        chat.pressedLast = false;
        chat.awaitsMessage = true;
        chat.wroteAt = System.nanoTime();
        return Update.text(updates.nextId(), chat, text, chat.wroteAt);
    }

    Update press(Chat chat, int message, String data) {
        chat.pressedLast = true;
        chat.awaitsMessage = true;
        chat.wroteAt = System.nanoTime();
        Update update = Update.press(updates.nextId(), chat, message, data, chat.wroteAt);
        chat.isAnswering = data.startsWith("quiz:is:");
        chat.query = String.valueOf(update.id);
        pressers.put(chat.query, chat);
        return update;
    }

    /** Who made this press, if it has no answer yet. */
    Optional<Chat> presser(String query) {
        return Optional.ofNullable(pressers.remove(query)).filter(chat -> chat.query.equals(query));
    }
}
