package org.panfeng;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.Settings.Backup;
import org.panfeng.Settings.Delivery;
import org.panfeng.Settings.Enrolment;
import org.panfeng.Settings.Http;
import org.panfeng.Settings.Leave;
import org.panfeng.Settings.LogFormat;
import org.panfeng.Settings.People;
import org.panfeng.Settings.Programme;
import org.panfeng.Settings.Telegram;
import org.panfeng.Settings.Updates;
import org.panfeng.chat.Language;
import org.panfeng.programme.Finding;
import org.panfeng.storage.Address;

/** Every setting: its key, its default, what it may be, and what it must agree with. */
final class SettingsReader {
    static final String FILE = "panfeng.yaml";
    private static final LocalTime EARLIEST_PUSH = LocalTime.of(5, 0);
    private static final LocalTime LATEST_PUSH = LocalTime.of(22, 0);

    private final SettingValues values;

    SettingsReader(Map<String, String> environment) {
        values = new SettingValues(environment);
    }

    Settings.Loaded readNamed(Path configDir) {
        if (Files.isRegularFile(configDir)) {
            values.report(configDir.toString(), "is a file; name the folder that holds " + FILE);
        } else if (!Files.isDirectory(configDir)) {
            values.report(configDir.toString(), "there is no such folder; it would hold " + FILE);
        }
        return read(configDir);
    }

    Settings.Loaded read(Path configDir) {
        values.read(configDir.resolve(FILE));
        Settings settings = new Settings(
                telegram(),
                database(),
                http(),
                people(),
                programme(),
                delivery(),
                new Backup(
                        values.get("backup.dir", Path.of("data", "backups"), Path::of, "is no path"),
                        values.number("backup.keep", 14, 1, 1000)),
                values.choice("log.format", LogFormat.TEXT),
                values.choice("language", Language.ZH));
        List<Finding> findings = values.findings();
        return new Settings.Loaded(findings.isEmpty() ? Optional.of(settings) : Optional.empty(), findings);
    }

    private Telegram telegram() {
        Optional<String> token = values.secret(
                "telegram.token", "\\d+:[\\w-]+", "is no token; @BotFather gives one like 123456789:AAE-x7w");
        Optional<URI> apiUrl = values.optional(
                "telegram.api-url",
                SettingUrls::server,
                "is no address of a server; write scheme://host:port, for example http://127.0.0.1:8081");
        Updates updates = values.choice("telegram.updates", Updates.POLLING);
        Optional<URI> webhookUrl = values.optional(
                "telegram.webhook-url",
                SettingUrls::page,
                "is no address of a page; write for example https://bot.example.org/telegram");
        Optional<String> webhookSecret = values.secret(
                "telegram.webhook-secret",
                "[\\w-]{1,256}",
                "must consist of 1 to 256 letters, digits, hyphens and underscores");
        Optional<URI> proxy = values.optionalSecret(
                "telegram.proxy",
                SettingUrls::proxy,
                "is no proxy; write http://host:port or socks5://host:port, for example socks5://127.0.0.1:1080");
        if (updates == Updates.WEBHOOK && !values.has("telegram.webhook-url")) {
            values.reject(
                    "telegram.updates",
                    "webhook needs telegram.webhook-url, the address at which Telegram reaches this machine,"
                            + " for example https://bot.example.org/telegram");
        }
        return new Telegram(token, apiUrl, updates, webhookUrl, webhookSecret, proxy);
    }

    private Address database() {
        return new Address(
                values.secret(
                                "database.url",
                                "jdbc:(h2|postgresql):.+",
                                "is no address of a database; write for example jdbc:postgresql://127.0.0.1/panfeng")
                        .orElse("jdbc:h2:file:./data/panfeng"),
                values.optional("database.user", user -> user, "").orElse("panfeng"),
                values.secret("database.password", ".*", "").orElse(""));
    }

    private Http http() {
        return new Http(
                values.number("http.port", 8080, 0, 65_535),
                values.get(
                        "http.bind",
                        "127.0.0.1",
                        SettingUrls::host,
                        "is no address of this machine; write for example 127.0.0.1, or 0.0.0.0 for all"));
    }

    private People people() {
        return new People(
                values.list(
                        "people.admins",
                        SettingsReader::userId,
                        "is no Telegram user id; write the number that @userinfobot shows, for example 123456789"),
                values.choice("people.enrolment", Enrolment.CODE),
                values.choice("people.leave", Leave.APPROVAL));
    }

    private static Long userId(String text) {
        long id = Long.parseLong(text);
        if (id <= 0) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private Programme programme() {
        Programme programme = new Programme(
                values.get("programme.id", "office", id -> id, ""),
                values.get("programme.calendar", "cn", name -> name, ""),
                values.zone("programme.zone", ZoneId.of("Asia/Shanghai")),
                values.date("programme.first-day"),
                values.date("programme.last-day"),
                values.time("programme.day-starts-at", LocalTime.of(4, 0)),
                values.time("programme.push-at", LocalTime.of(8, 30)),
                values.time("programme.remind-at", LocalTime.of(17, 0)));
        checkDays(programme);
        checkTimes(programme);
        return programme;
    }

    private void checkDays(Programme programme) {
        LocalDate first = programme.firstDay().orElse(LocalDate.MIN);
        LocalDate last = programme.lastDay().orElse(LocalDate.MAX);
        if (first.isAfter(last)) {
            values.reject("programme.last-day", last + " is before programme.first-day, " + first);
        }
    }

    private void checkTimes(Programme programme) {
        if (programme.dayStartsAt().isAfter(EARLIEST_PUSH)) {
            values.reject(
                    "programme.day-starts-at",
                    programme.dayStartsAt() + " is too late; a study day starts from 00:00 to 05:00");
        }
        LocalTime push = programme.pushAt();
        if (push.isBefore(EARLIEST_PUSH) || push.isAfter(LATEST_PUSH)) {
            values.reject("programme.push-at", push + " is at night; write a time from 05:00 to 22:00");
        }
        if (!programme.remindAt().isAfter(push)) {
            values.rejectEither(
                    "programme.remind-at",
                    "programme.push-at",
                    "the reminder at " + programme.remindAt() + " must come after the push at " + push);
        }
    }

    private Delivery delivery() {
        return new Delivery(
                values.number("delivery.per-second", 30, 1, 1000),
                values.number("delivery.per-chat-per-second", 1, 1, 30),
                values.number("delivery.per-group-per-minute", 20, 1, 600));
    }

    static List<String> keys() {
        SettingsReader reader = new SettingsReader(Map.of());
        reader.read(Path.of("nowhere"));
        return reader.values.asked();
    }
}
