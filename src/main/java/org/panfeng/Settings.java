package org.panfeng;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.chat.Language;
import org.panfeng.programme.Finding;
import org.panfeng.storage.Address;

/** What the person who runs Panfeng has decided; every value is checked, none of the secrets is ever printed. */
record Settings(
        Telegram telegram,
        Address database,
        Http http,
        People people,
        Programme programme,
        Delivery delivery,
        Backup backup,
        LogFormat logFormat,
        Language language) {

    /** Where the settings and the content are, if nothing else was said. */
    static final Path DEFAULT_DIR = Path.of("config");

    /** The settings, or empty if there is a finding; and the findings, all of them. */
    record Loaded(Optional<Settings> settings, List<Finding> findings) {
        Loaded {
            findings = List.copyOf(findings);
        }
    }

    enum Updates {
        POLLING,
        WEBHOOK
    }

    enum Enrolment {
        CODE,
        APPROVAL,
        OPEN
    }

    /** Whether an admin has to agree to people's leave. */
    enum Leave {
        APPROVAL,
        SELF
    }

    enum LogFormat {
        TEXT,
        JSON
    }

    /**
     * @param apiUrl scheme, host and port, always with a port; empty for Telegram's own server
     * @param proxy {@code http} or {@code socks5}, always with a port
     */
    record Telegram(
            Optional<String> token,
            Optional<URI> apiUrl,
            Updates updates,
            Optional<URI> webhookUrl,
            Optional<String> webhookSecret,
            Optional<URI> proxy) {
        @Override
        public String toString() {
            return "Telegram[token=%s, apiUrl=%s, updates=%s, proxy=%s]"
                    .formatted(
                            token.isPresent() ? "set" : "none",
                            apiUrl.map(URI::toString).orElse("Telegram's own"),
                            updates,
                            proxy.map(URI::getHost).orElse("none"));
        }
    }

    /**
     * @param port 0 for any free port
     */
    record Http(int port, String bind) {}

    record People(List<Long> admins, Enrolment enrolment, Leave leave) {
        People {
            admins = List.copyOf(admins);
        }
    }

    /**
     * @param firstDay empty for no beginning
     * @param lastDay empty for no end
     * @param dayStartsAt 00:00 to 05:00, in the zone, as all times here
     * @param pushAt 05:00 to 22:00
     * @param remindAt later than {@code pushAt} on the same date
     */
    record Programme(
            String id,
            String calendar,
            ZoneId zone,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            LocalTime dayStartsAt,
            LocalTime pushAt,
            LocalTime remindAt) {}

    /** How many messages may be sent: to all, to one person, to one group. */
    record Delivery(int perSecond, int perChatPerSecond, int perGroupPerMinute) {}

    /**
     * @param keep how many backups stay when a new one is made
     */
    record Backup(Path dir, int keep) {}

    /** Reads the settings of an installation that names no folder: {@link #DEFAULT_DIR} if it is there, and the environment. */
    static Loaded load(Map<String, String> environment) {
        return new SettingsReader(environment).read(DEFAULT_DIR);
    }

    /**
     * Reads {@code panfeng.yaml} of a folder that was named, if it is there, and the environment, which outranks it.
     *
     * @param environment variables by name; those that do not begin with {@code PANFENG_} are ignored
     */
    static Loaded load(Path configDir, Map<String, String> environment) {
        return new SettingsReader(environment).readNamed(configDir);
    }
}
