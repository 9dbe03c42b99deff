package org.panfeng.live;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Messenger;

/** A person's view of the chat with the bot, and their thumb. */
final class Phone {
    private static final Pattern HEADING = Pattern.compile("第 (\\d+) 题 / 共 \\d+ 题");

    private final Messenger messenger;
    private final Account account;
    private final long person;

    Phone(Messenger messenger, Account account, long person) {
        this.messenger = messenger;
        this.account = account;
        this.person = person;
    }

    long person() {
        return person;
    }

    /** Which question a message asks, counted from 1 as it is read. */
    static Optional<Integer> question(Message message) {
        Matcher heading = HEADING.matcher(message.text());
        return heading.find() ? Optional.of(Integer.parseInt(heading.group(1))) : Optional.empty();
    }

    List<Message> fromBot() {
        return messenger.chat(person).stream().filter(Message::fromBot).toList();
    }

    /** The newest message of the bot that belongs to the day's study: the reading, a question, the summary. */
    Optional<Message> study() {
        return fromBot().stream()
                .filter(message -> question(message).isPresent()
                        || message.button("开始答题").isPresent()
                        || message.text().contains("的学习完成了"))
                .reduce((earlier, later) -> later);
    }

    void says(String words) {
        messenger.says(person, words);
    }

    void presses(Message message, Message.Button button) {
        String query = messenger.taps(person, message.id(), Objects.requireNonNull(button.data()));
        account.pressed(query, new Account.Press(person, question(message).orElse(0)));
    }

    int news() {
        return account.news(person);
    }

    /** The end of the chat, for a failure. */
    @Override
    public String toString() {
        List<Message> chat = messenger.chat(person);
        return chat.stream()
                .skip(Math.max(0, chat.size() - 6))
                .map(message -> (message.fromBot() ? "bot: " : "person: ")
                        + message.text()
                        + message.buttons().stream().map(Message.Button::label).toList())
                .toList()
                .toString();
    }
}
