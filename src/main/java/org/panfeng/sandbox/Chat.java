package org.panfeng.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The private chat of one person with the bot. Everything that becomes visible in it is published in order. */
final class Chat {

    private static final int KEPT = 500;

    /** What is to be added to the chat. */
    record Draft(boolean fromBot, Content content, Keyboard keyboard, boolean silent, int replyTo) {

        static Draft ofPerson(Content content) {
            return new Draft(false, content, Keyboard.NONE, false, 0);
        }
    }

    private final Person person;
    private final Events events;
    private final TreeMap<Integer, Post> posts = new TreeMap<>();
    private final Deque<Toast> toasts = new ArrayDeque<>();
    private @Nullable Part part;
    private int readUpTo;
    private boolean acquainted;
    private boolean blocked;
    private boolean deactivated;

    Chat(Person person, Events events) {
        this.person = person;
        this.events = events;
    }

    Person person() {
        return person;
    }

    synchronized void cast(Part played) {
        part = played;
    }

    /** Whom this is for somebody at the page; nobody's part for most. */
    synchronized Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    /** Somebody has seen the chat up to this message, on whatever page. */
    synchronized void read(int upTo) {
        int seen = posts.isEmpty() ? 0 : Math.min(upTo, posts.lastKey());
        if (seen > readUpTo) {
            readUpTo = seen;
            events.publish(new Event.Read(person.id(), seen));
        }
    }

    synchronized int readUpTo() {
        return readUpTo;
    }

    /** How many of the bot's messages nobody has seen. */
    synchronized long unread() {
        return posts.tailMap(readUpTo, false).values().stream()
                .filter(Post::fromBot)
                .count();
    }

    synchronized void acquaint() {
        acquainted = true;
    }

    synchronized boolean acquainted() {
        return acquainted;
    }

    /** Whether this changed anything. */
    synchronized boolean block(boolean now) {
        boolean isNew = blocked != now;
        blocked = now;
        if (isNew) {
            events.publish(new Event.Blocked(person.id(), now));
        }
        return isNew;
    }

    synchronized boolean blocked() {
        return blocked;
    }

    synchronized void deactivate() {
        deactivated = true;
    }

    /** Refuses as Telegram does if the bot may not write here. */
    synchronized void requireReachable() {
        if (deactivated) {
            throw Refusal.forbidden("user is deactivated");
        }
        if (blocked) {
            throw Refusal.forbidden("bot was blocked by the user");
        }
        if (!acquainted) {
            throw Refusal.forbidden("bot can't initiate conversation with a user");
        }
    }

    synchronized void requireActive() {
        if (deactivated || blocked) {
            throw new IllegalStateException(person.name() + (blocked ? " has blocked the bot" : " is deactivated"));
        }
    }

    synchronized Post add(Draft draft, IntSupplier ids, Instant at) {
        Post replyTo = posts.get(draft.replyTo());
        Post post = new Post(
                ids.getAsInt(), draft.fromBot(), draft.content(), draft.keyboard(), at, null, draft.silent(), replyTo);
        posts.put(post.id(), post);
        if (posts.size() > KEPT) {
            posts.pollFirstEntry();
        }
        changed(new Event.Sent(person.id(), post.view()));
        return post;
    }

    /** Replaces a message by what the change makes of it; the change may refuse. */
    synchronized Post edit(int id, UnaryOperator<Post> change) {
        Post before = post(id).orElseThrow(() -> Refusal.badRequest("message to edit not found"));
        Post after = change.apply(before);
        posts.put(id, after);
        changed(new Event.Edited(person.id(), after.view()));
        return after;
    }

    synchronized Optional<Post> post(int id) {
        return Optional.ofNullable(posts.get(id));
    }

    synchronized void delete(int id) {
        if (posts.remove(id) != null) {
            changed(new Event.Deleted(person.id(), id));
        }
    }

    synchronized void show(Toast toast) {
        toasts.add(toast);
        if (toasts.size() > KEPT) {
            toasts.remove();
        }
        changed(new Event.Answered(person.id(), toast));
    }

    void typing(String action) {
        events.publish(new Event.Typing(person.id(), action));
    }

    synchronized List<Message> messages() {
        return posts.values().stream().map(Post::view).toList();
    }

    synchronized Optional<Message> last() {
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(posts.lastEntry().getValue().view());
    }

    synchronized List<Toast> toasts() {
        return List.copyOf(toasts);
    }

    /** The newest message that is so. */
    synchronized Optional<Post> newest(Function<Post, Boolean> wanted) {
        return posts.descendingMap().values().stream().filter(wanted::apply).findFirst();
    }

    /**
     * Waits, in real time, until the look at this chat shows something.
     *
     * @return empty if it did not in time
     */
    synchronized <T> Optional<T> await(Supplier<Optional<T>> look, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty() && end - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            seen = look.get();
        }
        return seen;
    }

    private void changed(Event event) {
        notifyAll();
        events.publish(event);
    }
}
