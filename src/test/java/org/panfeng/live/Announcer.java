package org.panfeng.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.panfeng.sandbox.Message;

/** An admin who sends one notice after the other: each once the report on the one before has come. */
final class Announcer implements Actor {
    private final Phone phone;
    private final Learner first;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private boolean hasBegun;
    private boolean isSent;
    private volatile boolean isEnough;

    /**
     * @param first somebody for whom it waits before it announces anything
     */
    Announcer(Phone phone, Learner first) {
        this.phone = phone;
        this.first = first;
    }

    @Override
    public void act(Random random) {
        // Remembered: the welcome says something else once its button was pressed.
        hasBegun |= first.isWelcome();
        if (!hasBegun) {
            return;
        }
        boolean isReported = reports().size() >= notices.size();
        if (isReported && !isEnough) {
            isSent = false;
            notices.add("第 " + (notices.size() + 1) + " 号通知");
            phone.says("/broadcast " + notices.get(notices.size() - 1));
        } else if (!isReported && !isSent) {
            preview().ifPresent(message -> {
                isSent = true;
                phone.presses(message, message.button("发送").orElseThrow());
            });
        }
    }

    /** The buttons below the present notice; those of an earlier one may have come twice and still be there. */
    private Optional<Message> preview() {
        return phone.fromBot().stream()
                .dropWhile(message -> !message.text().endsWith(notices.get(notices.size() - 1)))
                .filter(message -> message.button("发送").isPresent())
                .findFirst();
    }

    /** No more notices after the present one. */
    void finish() {
        isEnough = true;
    }

    boolean isDone() {
        return isEnough && reports().size() >= notices.size();
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /** The reports that came, in order; one that came twice counts once. */
    List<NoticeReport> reports() {
        List<NoticeReport> reports = new ArrayList<>();
        boolean isNext = true;
        for (Message message : phone.fromBot()) {
            Optional<NoticeReport> report = NoticeReport.in(message);
            if (message.text().startsWith("📢")) {
                isNext = true;
            } else if (report.isPresent() && isNext) {
                isNext = false;
                reports.add(report.get());
            }
        }
        return reports;
    }

    /** The chat, for a failure. */
    @Override
    public String toString() {
        return phone.toString();
    }
}
