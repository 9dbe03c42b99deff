package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.Settings.Enrolment;
import org.panfeng.Settings.LogFormat;
import org.panfeng.Settings.Updates;
import org.panfeng.chat.Language;
import org.panfeng.programme.Finding;

class SettingsTest {
    @TempDir
    Path config;

    @Test
    void everySettingHasItsDefault() {
        Settings settings = settings(Map.of());
        assertThat(settings.telegram().token()).isEmpty();
        assertThat(settings.telegram().apiUrl()).isEmpty();
        assertThat(settings.telegram().updates()).isEqualTo(Updates.POLLING);
        assertThat(settings.telegram().proxy()).isEmpty();
        assertThat(settings.database().url()).isEqualTo("jdbc:h2:file:./data/panfeng");
        assertThat(settings.http()).isEqualTo(new Settings.Http(8080, "127.0.0.1"));
        assertThat(settings.people())
                .isEqualTo(new Settings.People(List.of(), Enrolment.CODE, Settings.Leave.APPROVAL));
        assertThat(settings.programme().id()).isEqualTo("office");
        assertThat(settings.programme().calendar()).isEqualTo("cn");
        assertThat(settings.programme().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(settings.programme().firstDay()).isEmpty();
        assertThat(settings.programme().lastDay()).isEmpty();
        assertThat(settings.programme().dayStartsAt()).isEqualTo("04:00");
        assertThat(settings.programme().pushAt()).isEqualTo("08:30");
        assertThat(settings.programme().remindAt()).isEqualTo("17:00");
        assertThat(settings.delivery()).isEqualTo(new Settings.Delivery(30, 1, 20));
        assertThat(settings.backup()).isEqualTo(new Settings.Backup(Path.of("data/backups"), 14));
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.language()).isEqualTo(Language.ZH);
    }

    @Test
    void keysMayBeNestedOrDotted() throws IOException {
        write("""
                telegram:
                  token: 123:abc
                programme.push-at: 07:45
                programme:
                  first-day: 2026-09-01
                people.admins: [1, 2]
                language: en
                """);
        Settings settings = settings(Map.of());
        assertThat(settings.telegram().token()).contains("123:abc");
        assertThat(settings.programme().pushAt()).isEqualTo("07:45");
        assertThat(settings.programme().firstDay())
                .hasValueSatisfying(day -> assertThat(day).isEqualTo("2026-09-01"));
        assertThat(settings.people().admins()).containsExactly(1L, 2L);
        assertThat(settings.language()).isEqualTo(Language.EN);
    }

    @Test
    void theEnvironmentOutranksTheFile() throws IOException {
        write("""
                telegram.api-url: http://file:1
                http.port: 1
                people.admins: 7
                """);
        Settings settings = settings(Map.of(
                "PANFENG_TELEGRAM_API_URL", "http://127.0.0.1:8081/",
                "PANFENG_PEOPLE_ADMINS", "1, 2",
                "PANFENG_HTTP_PORT", "",
                "PATH", "/bin"));
        assertThat(settings.telegram().apiUrl()).contains(URI.create("http://127.0.0.1:8081"));
        assertThat(settings.people().admins()).containsExactly(1L, 2L);
        assertThat(settings.http().port()).as("an empty variable is none").isEqualTo(1);
    }

    /** YAML 1.1 reads these as a number in base 60, as false and as an octal number. */
    @Test
    void valuesAreTheTextThatStandsInTheFile() throws IOException {
        write("""
                programme:
                  push-at: 6:30
                  remind-at: 18:00
                  id: no
                http.port: 0100
                """);
        Settings settings = settings(Map.of());
        assertThat(settings.programme().pushAt()).isEqualTo(LocalTime.of(6, 30));
        assertThat(settings.programme().remindAt()).isEqualTo(LocalTime.of(18, 0));
        assertThat(settings.programme().id()).isEqualTo("no");
        assertThat(settings.http().port()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    programme.push-at: 25:00             | programme.push-at: 25:00 is no time of day; write HH:mm, for example 08:30
                    programme.push-at: 8.30              | programme.push-at: 8.30 is no time of day; write HH:mm, for example 08:30
                    programme.push-at: 04:59             | programme.push-at: 04:59 is at night; write a time from 05:00 to 22:00
                    programme.push-at: 22:01             | programme.push-at: 22:01 is at night; write a time from 05:00 to 22:00
                    programme.remind-at: 08:30           | programme.remind-at: the reminder at 08:30 must come after the push at 08:30
                    programme.push-at: 18:00             | programme.push-at: the reminder at 17:00 must come after the push at 18:00
                    programme.day-starts-at: 06:00       | programme.day-starts-at: 06:00 is too late; a study day starts from 00:00 to 05:00
                    programme.first-day: 2026-02-30      | programme.first-day: 2026-02-30 is no date; write YYYY-MM-DD, for example 2026-09-01
                    programme.zone: Asia/Shanghia        | programme.zone: Asia/Shanghia is no time zone; write for example Asia/Shanghai. Did you mean "Asia/Shanghai"?
                    programme.zone: Asia/Beijing         | programme.zone: Asia/Beijing is no time zone; write for example Asia/Shanghai. China's is called Asia/Shanghai.
                    telegram.updates: webhok             | telegram.updates: webhok is not possible; write polling or webhook. Did you mean "webhook"?
                    telegram.api-url: api.example.org    | telegram.api-url: api.example.org is no address of a server; write scheme://host:port, for example http://127.0.0.1:8081
                    telegram.api-url: http://a:1/bot     | telegram.api-url: http://a:1/bot is no address of a server; write scheme://host:port, for example http://127.0.0.1:8081
                    telegram.api-url: http://a:99999     | telegram.api-url: http://a:99999 is no address of a server; write scheme://host:port, for example http://127.0.0.1:8081
                    telegram.proxy: ftp://u:hidden@a:1   | telegram.proxy: the value is no proxy; write http://host:port or socks5://host:port, for example socks5://127.0.0.1:1080
                    telegram.token: hidden               | telegram.token: the value is no token; @BotFather gives one like 123456789:AAE-x7w
                    telegram.webhook-secret: hidden!     | telegram.webhook-secret: the value must consist of 1 to 256 letters, digits, hyphens and underscores
                    telegram.webhook-url: ftp://a        | telegram.webhook-url: ftp://a is no address of a page; write for example https://bot.example.org/telegram
                    database.url: mysql://hidden         | database.url: the value is no address of a database; write for example jdbc:postgresql://127.0.0.1/panfeng
                    http.port: 65536                     | http.port: 65536 is no number from 0 to 65535; write for example 8080
                    http.port: [1, 2]                    | http.port: is a list; write one value
                    http.bind: http://a                  | http.bind: http://a is no address of this machine; write for example 127.0.0.1, or 0.0.0.0 for all
                    people.admins: [12, li]              | people.admins: li is no Telegram user id; write the number that @userinfobot shows, for example 123456789
                    people.admins: -100123               | people.admins: -100123 is no Telegram user id; write the number that @userinfobot shows, for example 123456789
                    delivery.per-second: 0               | delivery.per-second: 0 is no number from 1 to 1000; write for example 30
                    delivery.per-second: fast            | delivery.per-second: fast is no number from 1 to 1000; write for example 30
                    backup.keep: 0                       | backup.keep: 0 is no number from 1 to 1000; write for example 14
                    log.format: xml                      | log.format: xml is not possible; write text or json.
                    language: fr                         | language: fr is not possible; write zh or en.
                    telegram.tokne: 1:a                  | "telegram.tokne" is no setting. Did you mean "telegram.token"?
                    push-at: 08:30                       | "push-at" is no setting. Did you mean "programme.push-at"?
                    programme: office                    | "programme" is a group of settings; write them below it, indented
                    colour: red                          | "colour" is no setting.
                    """)
    void aMistakeIsNamedWithItsLine(String line, String problem) throws IOException {
        write("# settings\n" + line + "\n");
        assertThat(problems(Map.of()))
                .containsExactly(file() + ":2: " + problem)
                .doesNotContain("hidden");
    }

    @Test
    void allMistakesAreNamedAtOnceInTheOrderOfTheFile() throws IOException {
        write("""
                language: fr
                telegram:
                  updates: webhook
                  tokens: 1:a
                programme:
                  first-day: 2026-09-02
                  last-day: 2026-09-01
                language: zh
                """);
        assertThat(problems(Map.of("PANFENG_HTTP_PORT", "x", "PANFENG_TOKEN", "1:a")))
                .containsExactly(
                        file() + ":1: language: fr is not possible; write zh or en.",
                        file() + ":3: telegram.updates: webhook needs telegram.webhook-url, the address at which"
                                + " Telegram reaches this machine, for example https://bot.example.org/telegram",
                        file() + ":4: \"telegram.tokens\" is no setting. Did you mean \"telegram.token\"?",
                        file() + ":7: programme.last-day: 2026-09-01 is before programme.first-day, 2026-09-02",
                        file() + ":8: \"language\" is set a second time, after line 1",
                        "PANFENG_HTTP_PORT: x is no number from 0 to 65535; write for example 8080",
                        "PANFENG_TOKEN: is no setting. Did you mean \"PANFENG_TELEGRAM_TOKEN\"?");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() throws IOException {
        write("telegram:\n\ttoken: 1:a\n");
        assertThat(problems(Map.of()))
                .singleElement()
                .asString()
                .startsWith(file() + ":2: is no YAML: ")
                .endsWith("indent with spaces");
        write("- token\n");
        assertThat(problems(Map.of())).containsExactly(file() + ":1: every line here is `key: value`");
        write("");
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void aFolderThatWasNamedMustExist() throws IOException {
        assertThat(Settings.load(config.resolve("nowhere"), Map.of()).findings())
                .extracting(Finding::toString)
                .containsExactly(config.resolve("nowhere") + ": there is no such folder; it would hold panfeng.yaml");
        write("");
        assertThat(Settings.load(config.resolve("panfeng.yaml"), Map.of()).findings())
                .extracting(Finding::problem)
                .containsExactly("is a file; name the folder that holds panfeng.yaml");
    }

    @Test
    void aWebhookNeedsOnlyItsAddress() {
        Settings settings = settings(Map.of(
                "PANFENG_TELEGRAM_UPDATES", "webhook", "PANFENG_TELEGRAM_WEBHOOK_URL", "https://bot.example.org/t"));
        assertThat(settings.telegram().webhookUrl()).contains(URI.create("https://bot.example.org/t"));
        assertThat(settings.telegram().webhookSecret()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PANFENG_TELEGRAM_TOKEN=123:s3cret",
                "PANFENG_TELEGRAM_WEBHOOK_SECRET=s3cret",
                "PANFENG_TELEGRAM_PROXY=http://u:s3cret@a:1",
                "PANFENG_DATABASE_PASSWORD=s3cret",
                "PANFENG_DATABASE_URL=jdbc:postgresql://a/b?password=s3cret",
                "PANFENG_DATABASE_URL=jdbc:postgresql://u:s3cret@a/b"
            })
    void secretsAreNeverPrinted(String variable) {
        String[] parts = variable.split("=", 2);
        assertThat(settings(Map.of(parts[0], parts[1])).toString()).doesNotContain("s3cret");
    }

    /** What is commented out in the sample is every key, with its default where it has one. */
    @Test
    void theSampleShowsEverySettingAndItsDefault() throws IOException {
        String sample = Files.readString(Path.of("config/panfeng.yaml"));
        Settings defaults = settings(Map.of());
        write(sample);
        assertThat(settings(Map.of())).isEqualTo(defaults);

        write(sample.replaceAll("(?m)^( *)#(?! )", "$1"));
        Settings all = settings(Map.of());
        assertThat(all.http()).isEqualTo(defaults.http());
        assertThat(all.delivery()).isEqualTo(defaults.delivery());
        assertThat(all.backup()).isEqualTo(defaults.backup());
        assertThat(all.people().enrolment()).isEqualTo(defaults.people().enrolment());
        assertThat(all.database().url()).isEqualTo(defaults.database().url());
        assertThat(all.database().user()).isEqualTo(defaults.database().user());
        assertThat(all.telegram().updates()).isEqualTo(defaults.telegram().updates());
        assertThat(all.programme())
                .usingRecursiveComparison()
                .ignoringFields("firstDay", "lastDay")
                .isEqualTo(defaults.programme());
        assertThat(all.telegram().token()).isPresent();
        for (String key : SettingsReader.keys()) {
            String word = key.substring(key.lastIndexOf('.') + 1);
            assertThat(sample).containsPattern("(?m)^ *#" + word + ": ");
        }
    }

    private Settings settings(Map<String, String> environment) {
        assertThat(problems(environment)).isEmpty();
        return Settings.load(config, environment).settings().orElseThrow();
    }

    private List<String> problems(Map<String, String> environment) {
        Settings.Loaded loaded = Settings.load(config, environment);
        assertThat(loaded.settings().isPresent()).isEqualTo(loaded.findings().isEmpty());
        return loaded.findings().stream().map(Finding::toString).toList();
    }

    private Path file() {
        return config.resolve("panfeng.yaml");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(file(), yaml);
    }
}
