package org.panfeng.chat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.panfeng.batch.Batch;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.SeenUpdates;
import org.panfeng.mailbox.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a batch of updates in one transaction: each is handled once, whatever is said goes into the outbox. Where one of them fails,
 * the batch is taken again one by one and the failing one is set aside with its error, so that its neighbours go on.
 */
public final class Dispatcher implements Intake {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    /** Of a command that does not exist this much is repeated. */
    private static final int ECHOED = 40;

    /** A write that failed, a file that is read-only or gone, a database that was closed; and any internal failure, as H2 numbers them. */
    private static final Set<Integer> FAULTS_OF_H2 =
            Set.of(50000, 90013, 90020, 90028, 90030, 90031, 90097, 90098, 90121);

    private static final Set<String> FAULTS_OF_THE_DATABASE = Set.of("08", "40", "53", "55", "57", "58");

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final SeenUpdates seen;
    private final SetAside setAside;
    private final Prompts prompts;
    private final Speakers speakers;
    private final Commands commands;
    private final Map<String, ButtonHandler> buttons = new HashMap<>();
    private final Map<String, PromptHandler> promptHandlers = new HashMap<>();
    private final Set<String> patientPrompts;
    private final Foresight foresight;
    private final Consumer<Handle> lastly;

    /**
     * @param lastly is done at the end of each transaction
     */
    public Dispatcher(
            Jdbi jdbi,
            Outbox outbox,
            Prompts prompts,
            Speakers speakers,
            Commands commands,
            List<ButtonHandler> buttons,
            List<PromptHandler> promptHandlers,
            Consumer<Handle> lastly) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.seen = new SeenUpdates(jdbi);
        this.setAside = new SetAside(jdbi);
        this.prompts = prompts;
        this.speakers = speakers;
        this.commands = commands;
        buttons.forEach(handler -> this.buttons.put(handler.prefix(), handler));
        promptHandlers.forEach(handler -> this.promptHandlers.put(handler.kind(), handler));
        this.patientPrompts = promptHandlers.stream()
                .filter(PromptHandler::isPatient)
                .map(PromptHandler::kind)
                .collect(Collectors.toUnmodifiableSet());
        this.foresight = new Foresight(prompts, speakers, commands, this.buttons);
        this.lastly = lastly;
    }

    @Override
    public void take(List<Arrival> batch, Instant receivedAt) {
        try {
            commit(() -> Batch.run(() -> takeTogether(batch, receivedAt)));
        } catch (RuntimeException | StackOverflowError e) {
            if (isOfTheDatabase(e)) {
                throw e;
            }
            log.debug("A batch of {} failed and is taken one by one", batch.size());
            batch.forEach(arrival -> takeAlone(arrival, receivedAt));
        }
    }

    private void commit(Runnable work) {
        jdbi.useTransaction(handle -> {
            work.run();
            lastly.accept(handle);
        });
    }

    /** Handles what is new among these; of an update that comes twice, the first. */
    private void takeTogether(List<Arrival> batch, Instant receivedAt) {
        Set<Long> fresh = seen.addAll(batch.stream().map(Arrival::updateId).toList(), receivedAt);
        List<Arrival> news = batch.stream()
                .filter(arrival -> fresh.remove(arrival.updateId()))
                .toList();
        if (Batch.isRunning()) {
            foresight.of(news.stream().flatMap(Dispatcher::spoken).toList(), receivedAt);
        }
        news.forEach(arrival -> handle(arrival, receivedAt));
    }

    private static Stream<Incoming> spoken(Arrival arrival) {
        return arrival instanceof Readable readable && !(readable.incoming() instanceof Incoming.Ignored)
                ? Stream.of(readable.incoming())
                : Stream.empty();
    }

    private void takeAlone(Arrival arrival, Instant receivedAt) {
        try {
            commit(() -> takeTogether(List.of(arrival), receivedAt));
        } catch (RuntimeException | StackOverflowError e) {
            if (isOfTheDatabase(e)) {
                throw e;
            }
            // The message of an exception can hold what a person wrote: it goes to the database, where the update is,
            // not to the log.
            log.error(
                    "Update {} failed and was set aside: {} at {}",
                    arrival.updateId(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            commit(() -> setAside(arrival, e.toString(), receivedAt));
        }
    }

    /**
     * Handles an update that was set aside, in the caller's transaction, which must end with any exception from here.
     *
     * @throws IllegalArgumentException when it still cannot be read
     */
    void handleAgain(Arrival arrival, Instant at) {
        if (arrival instanceof Garbled garbled) {
            throw new IllegalArgumentException(garbled.error());
        }
        Incoming incoming = ((Readable) arrival).incoming();
        handle(incoming instanceof Incoming.Tap tap ? tap.stale() : incoming, at);
    }

    private void handle(Arrival arrival, Instant receivedAt) {
        if (arrival instanceof Garbled garbled) {
            log.error("Update {} cannot be read and was set aside", garbled.updateId());
            keep(garbled, garbled.error(), receivedAt);
        } else if (arrival instanceof Readable readable) {
            handle(readable.incoming(), receivedAt);
        }
    }

    private void setAside(Arrival arrival, String error, Instant at) {
        if (!seen.addAll(List.of(arrival.updateId()), at).isEmpty()) {
            keep(arrival, error, at);
        }
    }

    private void keep(Arrival arrival, String error, Instant at) {
        setAside.add(arrival.updateId(), arrival.raw(), error, at);
        if (arrival instanceof Readable readable && !(readable.incoming() instanceof Incoming.Ignored)) {
            Turn turn = turn(readable.incoming(), at);
            turn.say("trouble");
            turn.end();
        }
    }

    private Turn turn(Incoming incoming, Instant now) {
        return new Turn(incoming, speakers.of(incoming.from()), now, outbox, prompts, patientPrompts);
    }

    private void handle(Incoming incoming, Instant now) {
        if (incoming instanceof Incoming.Ignored) {
            return;
        }
        Turn turn = turn(incoming, now);
        if (incoming instanceof Incoming.Text text) {
            read(turn, text.text().strip());
        } else if (incoming instanceof Incoming.Tap tap) {
            press(turn, tap.data());
        } else if (incoming instanceof Incoming.Reachability change) {
            speakers.reachability(change, turn);
        } else {
            turn.say("not-understood.picture");
        }
        turn.end();
    }

    private void read(Turn turn, String text) {
        if (Slash.is(text)) {
            command(turn, text);
            return;
        }
        prompts.newest(turn.chatId()).ifPresentOrElse(prompt -> answer(turn, prompt, text), () -> notUnderstood(turn));
    }

    private void answer(Turn turn, Prompts.Open prompt, String text) {
        prompts.close(turn.chatId(), prompt.kind());
        PromptHandler handler = promptHandlers.get(prompt.kind());
        if (handler == null) {
            notUnderstood(turn);
        } else if (turn.speaker().role().includes(handler.answeredBy())) {
            handler.answered(turn, prompt.payload(), text);
        } else {
            turn.say(notFor(handler.answeredBy()));
        }
    }

    private void command(Turn turn, String text) {
        Slash typed = Slash.of(text);
        String name = typed.name();
        if (name.equalsIgnoreCase("cancel")) {
            cancel(turn);
            return;
        }
        commands.named(name)
                .ifPresentOrElse(
                        command -> {
                            turn.stopAsking();
                            run(turn, command, typed.words());
                        },
                        () -> turn.say("not-understood.command", "/" + Graphemes.cut(name, ECHOED)));
    }

    private void run(Turn turn, Command command, String words) {
        Role role = turn.speaker().role();
        if (role.includes(command.from())) {
            command.run(turn, words);
        } else if (role == Role.GUEST) {
            turn.sayHowToJoin();
        } else {
            turn.say(notFor(command.from()));
        }
    }

    /** The text that says who may do what others may not. */
    private static String notFor(Role role) {
        return role == Role.ADMIN ? "not-for-you.admin" : "not-for-you.leader";
    }

    private void cancel(Turn turn) {
        prompts.newest(turn.chatId())
                .ifPresentOrElse(
                        prompt -> {
                            prompts.close(turn.chatId(), prompt.kind());
                            turn.say("cancelled", Texts.plain(turn.language(), "prompt." + prompt.kind()));
                        },
                        () -> turn.say("nothing-to-cancel"));
    }

    private void press(Turn turn, String data) {
        ButtonHandler handler = buttons.get(ButtonData.prefix(data));
        if (handler == null) {
            turn.refuseOldButton();
            return;
        }
        if (!turn.speaker().role().includes(handler.pressedBy())) {
            turn.alert(notFor(handler.pressedBy()));
            return;
        }
        try {
            handler.pressed(turn, ButtonData.of(data));
        } catch (ButtonData.Malformed e) {
            turn.refuseOldButton();
        }
    }

    private static void notUnderstood(Turn turn) {
        if (turn.speaker().role() == Role.GUEST) {
            turn.sayHowToJoin();
        } else {
            turn.say("not-understood");
        }
    }

    /** PostgreSQL throws one class for everything; the state's class tells a connection, a rollback, a lack of resources, a stop. */
    private static boolean isOfTheDatabase(@Nullable String sqlState) {
        return sqlState != null && sqlState.length() >= 2 && FAULTS_OF_THE_DATABASE.contains(sqlState.substring(0, 2));
    }

    /** Whether the database is to blame, so that the same updates may go well once it is back. */
    static boolean isOfTheDatabase(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException sql
                            && (isOfTheDatabase(sql.getSQLState()) || FAULTS_OF_H2.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
