package org.panfeng.bench.botapi;

import io.netty.channel.EventLoop;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Answers the methods: what takes effect, what is refused, what goes wrong. */
final class BotApi {
    private final Options options;
    private final EventLoop loop;
    private final People people;
    private final LongPoll poll;
    private final Crowd crowd;
    private final Webhook webhook;
    private final Tally tally;
    private final Gate bulk;
    private final Storm storm;
    private final Random chance;
    private int messages = 1000;

    BotApi(Options options, EventLoop loop, People people, LongPoll poll, Crowd crowd, Webhook webhook, Tally tally) {
        this.options = options;
        this.loop = loop;
        this.people = people;
        this.poll = poll;
        this.crowd = crowd;
        this.webhook = webhook;
        this.tally = tally;
        this.bulk = new Gate(options.bulk(), options.untilHeard());
        this.chance = new Random(options.seed());
        this.storm = new Storm(options.storm(), options.untilHeard() + Storm.BUSY, chance);
    }

    void receive(Call call, Reply reply) {
        later(() -> take(call, reply), (options.latencyMillis() + 1) / 2);
    }

    private void later(Runnable action, long millis) {
        if (millis == 0) {
            action.run();
        } else {
            loop.schedule(action, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void take(Call call, Reply direct) {
        Reply reply = options.latencyMillis() < 2 ? direct : new LateReply(direct, loop, options.latencyMillis() / 2);
        long now = System.nanoTime();
        tally.called(call, now);
        switch (call.method()) {
            case "getUpdates" -> poll.ask(call, reply);
            case "setWebhook" -> {
                webhook.registered(call.url(), call.secret());
                reply.result("true");
            }
            default -> {
                if (!call.isDelivery()) {
                    reply.result(Messages.result(call, 0));
                } else if (!isRefused(call, now, reply)) {
                    deliver(call, now, reply);
                }
            }
        }
    }

    private boolean isRefused(Call call, long now, Reply reply) {
        long stormy = storm.pass(call.chat(), now, tally);
        if (stormy > 0) {
            tooMany(stormy, reply);
            return true;
        } else if (!call.isMessage()) {
            return false;
        }
        Chat chat = people.with(call.chat());
        if (chat.isBlocked) {
            Fault.BLOCKED.answer(reply);
            return true;
        }
        long wait = chat.gate.pass(now, tally);
        if (wait == 0 && !isReply(chat, now)) {
            wait = bulk.pass(now, tally);
        }
        if (wait > 0) {
            tooMany(wait, reply);
        }
        return wait > 0;
    }

    private void tooMany(long seconds, Reply reply) {
        tally.refused();
        reply.tooMany(seconds);
    }

    private boolean isReply(Chat chat, long now) {
        return chat.wroteAt != Long.MIN_VALUE && now - chat.wroteAt < options.replySeconds() * 1_000_000_000;
    }

    private void deliver(Call call, long now, Reply reply) {
        if (options.faults() > 0 && chance.nextDouble() < options.faults()) {
            Fault fault = Fault.values()[chance.nextInt(Fault.values().length)];
            tally.fault(fault);
            if (fault.takesEffect) {
                arrive(call, now);
            } else if (call.isMessage()) {
                hit(people.with(call.chat()), fault, now);
            }
            fault.answer(reply);
            return;
        }
        reply.result(Messages.result(call, arrive(call, now)));
    }

    private static void hit(Chat chat, Fault fault, long now) {
        if (fault == Fault.BLOCKED) {
            chat.isBlocked = true;
        } else if (fault == Fault.TOO_MANY) {
            chat.gate.close(now, 1);
        }
    }

    /** Brings it to the person, and returns the number of the message. */
    private int arrive(Call call, long now) {
        if (call.isToast()) {
            crowd.presser(call.query()).ifPresent(presser -> {
                presser.query = "";
                if (presser.isAnswering) {
                    tally.answer();
                }
                answered(presser, now);
            });
            return 0;
        }
        Chat chat = people.with(call.chat());
        int message = call.message() > 0 ? call.message() : ++messages;
        chat.sees(call, message);
        if (call.isMessage()) {
            if (!isReply(chat, now)) {
                chat.bulk.merge(call.text(), 1, Integer::sum);
                tally.bulk(now);
            }
            if (chat.awaitsMessage) {
                chat.awaitsMessage = false;
                answered(chat, now);
            }
        }
        return message;
    }

    private void answered(Chat chat, long now) {
        if (chat.isAnswered()) {
            tally.answered(now - chat.wroteAt, now);
            crowd.isReady(chat);
        }
    }
}
