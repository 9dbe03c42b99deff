package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.panfeng.sandbox.Message.Button;

/**
 * The people's side: what they do, and what they see. Safe for use by many threads. A person who is not known is a
 * {@link NoSuchElementException}; a person who has blocked the bot or is deactivated and still acts, an
 * {@link IllegalStateException}.
 */
public final class Messenger {

    private final World world;
    private final Acts acts;

    Messenger(World world) {
        this.world = world;
        this.acts = new Acts(world);
    }

    /** Somebody new, who has not written to the bot yet. */
    public void add(Person person) {
        world.chats().add(person);
    }

    /** Somebody who has written to the bot long ago: it may write to them, and no update tells of it. */
    public void addAcquainted(Person person) {
        add(person);
        world.chats().of(person.id()).acquaint();
    }

    /**
     * Somebody new of this name, as if they had just installed the messenger.
     *
     * @param languageCode what their application is set to, as an IETF tag such as {@code zh-hans}
     */
    public Person join(String name, String languageCode) {
        Person person = world.chats().join(name, languageCode);
        cast(person.id(), new Part("新人", "Newcomer"));
        return person;
    }

    /** Says on the page whom one is as this person, and lists them before those without a part. */
    public void cast(long personId, Part part) {
        world.chats().of(personId).cast(part);
    }

    public List<Person> people() {
        return world.chats().all().stream().map(Chat::person).toList();
    }

    /**
     * Types a text of 1 to 4,096 characters.
     *
     * @return the message's id
     */
    public int says(long personId, String text) {
        return acts.says(personId, text);
    }

    /** Sends a picture, a file, a sticker or a voice message. */
    public int sends(long personId, Attachment attachment) {
        return acts.sends(personId, attachment);
    }

    /** Changes a text of their own. */
    public void edits(long personId, int messageId, String text) {
        acts.edits(personId, messageId, text);
    }

    /**
     * Presses a button with this data below a message of their chat, whether or not the message still has it or is still there:
     * the bot may have changed it meanwhile.
     *
     * @return the callback query's id
     */
    public String taps(long personId, int messageId, String data) {
        return taps(personId, personId, messageId, data);
    }

    /** Presses a button in the chat of somebody else, which honest applications do not do. */
    public String taps(long personId, long chatId, int messageId, String data) {
        return acts.taps(personId, chatId, messageId, data);
    }

    /** Presses the newest button with this label, else the newest whose label begins with it. */
    public String tapsLabel(long personId, String label) {
        Chat chat = world.chats().of(personId);
        Message message = chat.newest(post -> hasData(post.view(), label))
                .map(Post::view)
                .orElseThrow(() -> new NoSuchElementException("No button \"" + label + "\" in the chat: "
                        + chat.messages().stream()
                                .flatMap(m -> m.buttons().stream())
                                .map(Button::label)
                                .toList()));
        return taps(
                personId, message.id(), message.button(label).map(Button::data).orElseThrow());
    }

    private static boolean hasData(Message message, String label) {
        return message.button(label).map(Button::data).isPresent();
    }

    public void blocks(long personId) {
        acts.block(personId, true);
    }

    public void unblocks(long personId) {
        acts.block(personId, false);
    }

    /** Deletes their account; the bot hears nothing of it. */
    public void deactivates(long personId) {
        world.chats().of(personId).deactivate();
    }

    /** The messages of the chat, oldest first; at most the last 500. */
    public List<Message> chat(long personId) {
        return world.chats().of(personId).messages();
    }

    /** What the bot answered to this person's presses, oldest first; at most the last 500. */
    public List<Toast> toasts(long personId) {
        return world.chats().of(personId).toasts();
    }

    /** The commands this person is offered. */
    public List<BotCommand> menu(long personId) {
        return world.menus().of(world.chats().of(personId).person());
    }

    /**
     * The newest message of the bot that is so, waiting for it in real time.
     *
     * @throws IllegalStateException if there is none in time; its text shows the chat
     */
    public Message awaitMessage(long personId, Predicate<Message> wanted, Duration atMost) {
        Chat chat = world.chats().of(personId);
        return chat.await(() -> chat.newest(post -> post.fromBot() && wanted.test(post.view())), atMost)
                .map(Post::view)
                .orElseThrow(() -> new IllegalStateException(
                        "No such message within " + atMost + "; the chat has " + texts(chat)));
    }

    /** What the bot answered to this press, waiting for it like {@link #awaitMessage}. */
    public Toast awaitAnswer(long personId, String queryId, Duration atMost) {
        Chat chat = world.chats().of(personId);
        return chat.await(
                        () -> chat.toasts().stream()
                                .filter(toast -> toast.queryId().equals(queryId))
                                .findFirst(),
                        atMost)
                .orElseThrow(() -> new IllegalStateException("Press " + queryId + " not answered within " + atMost));
    }

    private static List<String> texts(Chat chat) {
        return chat.messages().stream()
                .map(message -> (message.fromBot() ? "bot: " : "person: ") + message.text())
                .toList();
    }

    /** Calls the listener for everything that becomes visible, in order, on a thread of the stand-in. */
    public Subscription listen(Consumer<Event> listener) {
        return world.events().listen(listener);
    }

    /** How many updates the bot has not confirmed. */
    public int pendingUpdates() {
        return world.updates().count();
    }

    /** The id of the newest update. */
    public long lastUpdateId() {
        return world.updates().lastId();
    }

    /** Numbers updates anew, beginning with this id, as Telegram does after an idle week; it may have been used before. */
    public void renumber(long nextUpdateId) {
        world.updates().renumber(nextUpdateId);
    }

    /** Delivers an update once more at the next poll, whatever offset the bot asks from; it must be one of the last thousand. */
    public void redeliver(long updateId) {
        world.updates().redeliver(updateId);
    }

    /**
     * Queues this JSON object as an update, whatever it contains; an update_id is added if it has none.
     *
     * @return the id by which it is confirmed
     */
    public long inject(String json) {
        ObjectNode update = Json.parse(json)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("Not a JSON object"));
        return world.updates().inject(update);
    }
}
