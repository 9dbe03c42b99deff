package org.panfeng.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.panfeng.sandbox.Message;

/** Somebody who studies: looks at the chat and does the next thing, again where nothing happens, sometimes twice out of haste. */
final class Learner implements Actor {
    private static final long FIRST_PATIENCE = Duration.ofSeconds(3).toNanos();
    private static final long LONGEST_PATIENCE = Duration.ofSeconds(12).toNanos();
    private static final List<String> WORDS = List.of("5", "五日", "十天", "不知道");

    private final Phone phone;
    private int newsAtLastAct = -1;
    private long lastAct = System.nanoTime();
    private long patience = FIRST_PATIENCE;
    private int after;

    Learner(Phone phone) {
        this.phone = phone;
    }

    @Override
    public void act(Random random) {
        boolean isAnswered = phone.news() != newsAtLastAct;
        boolean isTired = System.nanoTime() - lastAct > patience;
        boolean isHasty = random.nextInt(40) == 0;
        if (isAnswered || isTired || isHasty) {
            newsAtLastAct = phone.news();
            patience = isAnswered ? FIRST_PATIENCE : Math.min(2 * patience, LONGEST_PATIENCE);
            lastAct = System.nanoTime();
            next(random, isTired && !isAnswered);
        }
    }

    private void next(Random random, boolean isTired) {
        Optional<Message> study = phone.study();
        if (phone.fromBot().isEmpty()) {
            phone.says("/start");
        } else if (isDone()) {
            afterwards(random);
        } else if (study.isEmpty() || random.nextInt(25) == 0) {
            phone.says("/today");
        } else {
            answer(study.get(), random, isTired);
        }
    }

    private void answer(Message study, Random random, boolean isTired) {
        Optional<Message.Button> start = study.button("开始答题");
        Optional<Message.Button> ticked = study.buttons().stream()
                .filter(button -> button.label().endsWith("✓"))
                .findAny();
        if (start.isPresent()) {
            phone.presses(study, start.get());
        } else if (ticked.isPresent() && random.nextInt(3) > 0) {
            phone.presses(study, study.button("提交").orElseThrow());
        } else if (!study.buttons().isEmpty()) {
            phone.presses(
                    study, study.buttons().get(random.nextInt(study.buttons().size())));
        } else {
            phone.says(isTired ? "/today" : WORDS.get(random.nextInt(WORDS.size())));
        }
    }

    /** Whoever is done looks at the streak, asks once more for the day, and presses what is long answered. */
    private void afterwards(Random random) {
        after++;
        if (after == 1) {
            phone.says("/streak");
        } else if (after == 2) {
            phone.says("/today");
        } else if (after < 5) {
            phone.fromBot().stream()
                    .filter(message -> !message.buttons().isEmpty())
                    .skip(random.nextInt(2))
                    .findFirst()
                    .ifPresent(
                            message -> phone.presses(message, message.buttons().get(0)));
        }
    }

    boolean isWelcome() {
        return phone.fromBot().stream().anyMatch(message -> message.text().contains("欢迎加入"));
    }

    boolean isDone() {
        return phone.study()
                .filter(message -> message.text().contains("的学习完成了"))
                .isPresent();
    }

    long person() {
        return phone.person();
    }

    /** The chat, for a failure. */
    @Override
    public String toString() {
        return phone.toString();
    }
}
