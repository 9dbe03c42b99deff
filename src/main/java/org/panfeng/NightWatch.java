package org.panfeng;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.storage.Backup;
import org.panfeng.storage.Backups;
import org.panfeng.storage.Database;
import org.panfeng.storage.Faults;
import org.panfeng.storage.Nights;
import org.panfeng.storage.Nights.Night;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a night, an hour after the study day has closed, reads everything, proves the ledger, and makes a backup. What was not done, or went
 * wrong, is tried again at the next look, and the admins hear of it once a night. A database in memory has no nights.
 */
final class NightWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NightWatch.class);
    private static final Duration AFTER_CLOSE = Duration.ofHours(1);

    private final Database database;
    private final VerifyErrand check;
    private final Backups backups;
    private final int keep;
    private final ZoneId zone;
    private final LocalTime dayStartsAt;
    private final Staff staff;
    private final Outbox outbox;
    private final Nights nights;
    private final Backup backup;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private volatile Optional<String> trouble = Optional.empty();

    NightWatch(
            Database database,
            VerifyErrand check,
            Backups backups,
            int keep,
            ZoneId zone,
            LocalTime dayStartsAt,
            Staff staff,
            Outbox outbox) {
        this.database = database;
        this.check = check;
        this.backups = backups;
        this.keep = keep;
        this.zone = zone;
        this.dayStartsAt = dayStartsAt;
        this.staff = staff;
        this.outbox = outbox;
        this.nights = new Nights(database.jdbi());
        this.backup = new Backup(database.dataSource(), Version.NUMBER);
    }

    /** What went wrong in the last night; empty when nothing did. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Begins the work of the night in a thread of its own, where it has not been done: it may take minutes, and a stop must not wait for it. */
    void due(Instant now) {
        boolean isInMemory = database.isEmbedded() && database.file().isEmpty();
        if (!isInMemory && isBusy.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> watch(now), "night");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void watch(Instant now) {
        try {
            work(now);
        } catch (RuntimeException e) {
            log.error("The nightly check and backup could not be written down: {}", Faults.words(e));
        } finally {
            isBusy.set(false);
        }
    }

    /** Does what this night still needs. */
    void work(Instant now) {
        LocalDate night = nightOf(now);
        Optional<Night> last = nights.last();
        trouble = last.map(Night::trouble).filter(words -> !words.isEmpty());
        if (last.filter(done -> !done.date().isBefore(night) && done.trouble().isEmpty())
                .isPresent()) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        verify().ifPresent(wrong::add);
        String file = backUp(night, now, wrong);
        Night done = new Night(night, file, String.join("; ", wrong));
        database.jdbi().useTransaction(handle -> {
            nights.end(done, now, now);
            if (!wrong.isEmpty()) {
                tell(done);
            }
        });
        trouble = wrong.isEmpty() ? Optional.empty() : Optional.of(done.trouble());
    }

    private LocalDate nightOf(Instant now) {
        return now.minus(AFTER_CLOSE)
                .atZone(zone)
                .minusNanos(dayStartsAt.toNanoOfDay())
                .toLocalDate();
    }

    private Optional<String> verify() {
        List<String> said = new ArrayList<>();
        if (check.run(database, List.of(), said::add) == ExitCode.SUCCESS) {
            return Optional.empty();
        }
        said.forEach(line -> log.error("Nightly check: {}", line));
        return Optional.of(said.get(said.size() - 1));
    }

    /** Even where the check found something: a copy of what can still be read is worth having. */
    private String backUp(LocalDate night, Instant now, List<String> wrong) {
        if (database.file().isEmpty()) {
            return "";
        }
        Path to = backups.of(night);
        try {
            Backup.Made made = backup.make(to, now, progress -> log.debug("Nightly backup: {}", progress));
            log.info("Nightly backup {}: {} rows, {} bytes", to, made.rows(), made.bytes());
            if (wrong.isEmpty()) {
                backups.rotate(keep);
            }
            return to.toString();
        } catch (IOException | SQLException | RuntimeException e) {
            log.error("The nightly backup {} could not be made: {}", to, Faults.words(e));
            wrong.add("no backup in " + to.getParent() + ": " + Faults.words(e));
            return "";
        }
    }

    private void tell(Night night) {
        Map<Language, LetterId> letters = new EnumMap<>(Language.class);
        List<Outbox.Copy> copies = new ArrayList<>();
        for (Person admin : staff.admins()) {
            if (admin.isReachable()) {
                LetterId letter =
                        letters.computeIfAbsent(admin.language(), language -> outbox.letter(message(night, language)));
                String once = "night:" + night.date() + ":" + admin.id().value();
                copies.add(new Outbox.Copy(admin.chatId(), letter, Topic.NONE, once));
            }
        }
        outbox.post(Lane.DIGEST, copies);
    }

    private static Outgoing message(Night night, Language language) {
        String words = Texts.html(language, "night.trouble", night.trouble());
        return Outgoing.send(Content.html(words), Keyboard.NONE);
    }

    /** Gives up what is under way; the next start takes it up again. */
    @Override
    public void close() {
        backup.cancel();
    }
}
