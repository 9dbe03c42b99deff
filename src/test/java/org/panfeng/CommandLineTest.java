package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.sandbox.StandIn;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;

/** Rubbish gets words that say what is wrong and what would be right, never a stack trace. */
class CommandLineTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final String OTHER_TOKEN = "110201543:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final String NOBODY_LISTENS = "http://127.0.0.1:9";

    @TempDir
    private Path folder;

    private final Shell shell = new Shell();

    @BeforeEach
    void settle() {
        shell.with("PANFENG_TELEGRAM_TOKEN", TOKEN)
                .with("PANFENG_TELEGRAM_API_URL", NOBODY_LISTENS)
                .with("PANFENG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data/panfeng"))
                .with("PANFENG_HTTP_PORT", 0);
    }

    private void ends(int exitCode, String[] words, String... arguments) {
        Shell.Said said = shell.run(arguments);
        assertThat(said.words())
                .contains(words)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain(" WARN ")
                .doesNotContain(" ERROR ");
        assertThat(said.exitCode()).as(said.words()).isEqualTo(exitCode);
    }

    private static String[] words(String... words) {
        return words;
    }

    private String config() {
        return folder.resolve("config").toString();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("config").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void withoutATokenItSaysHowToGetOne() {
        shell.with("PANFENG_TELEGRAM_TOKEN", "");
        ends(2, words("no telegram.token", "@BotFather", "PANFENG_TELEGRAM_TOKEN", "panfeng try"), "run");
    }

    @Test
    void whatIsNoTokenIsRefusedWithoutRepeatingIt() {
        shell.with("PANFENG_TELEGRAM_TOKEN", "secret");
        Shell.Said said = shell.run("run");
        assertThat(said.words())
                .contains("PANFENG_TELEGRAM_TOKEN: the value is no token; @BotFather gives one like")
                .doesNotContain("secret");
        assertThat(said.exitCode()).isEqualTo(2);
    }

    @Test
    void aTokenThatTelegramRefusesEndsTheStart() {
        try (StandIn standIn = StandIn.start(0, OTHER_TOKEN, Clock.systemUTC())) {
            shell.with("PANFENG_TELEGRAM_API_URL", standIn.url());
            ends(3, words("Telegram refuses the token", "Unauthorized", "@BotFather"), "run");
            ends(1, words("Telegram refuses the token", "Unauthorized"), "check", "--online");
        }
    }

    @Test
    void unknownSettingsAreAllNamedWithWhatWasMeant() throws IOException {
        write("panfeng.yaml", "telegram:\n  tokn: 1\nhtp.port: 80\n");
        shell.with("PANFENG_TELEGRAM_APIURL", "x");
        ends(
                2,
                words(
                        "panfeng.yaml:2: \"telegram.tokn\" is no setting. Did you mean \"telegram.token\"?",
                        "panfeng.yaml:3: \"htp.port\" is no setting. Did you mean \"http.port\"?",
                        "PANFENG_TELEGRAM_APIURL: is no setting. Did you mean \"PANFENG_TELEGRAM_API_URL\"?",
                        "3 mistakes."),
                "run",
                "--config",
                config());
    }

    @Test
    void brokenYamlIsNamedWithItsLine() throws IOException {
        write("panfeng.yaml", "telegram:\n  token: [1\nhttp:\n");
        ends(2, words("panfeng.yaml:", "1 mistake."), "run", "--config", config());
        ends(1, words("panfeng.yaml:", "1 mistake."), "check", "--config", config());
    }

    @Test
    void aLessonWithoutARightAnswerIsNamedWithItsLine() throws IOException {
        write("programmes/office/01-a.zh.md", """
                ---
                theme: ability
                minutes: 1
                ---
                # 题

                文

                ## 测验

                ### 几？
                - [ ] 一
                - [ ] 二

                > 因
                """);
        ends(2, words("01-a.zh.md:11: ", "right", "1 mistake."), "run", "--config", config());
        ends(1, words("01-a.zh.md:11: ", "right"), "check", "--config", config());
    }

    @Test
    void whatIsInOrderIsCounted() throws IOException {
        new SmallLessons(folder.resolve("config")).write(1, 5);
        ends(
                0,
                words("are in order: 5 lessons.", "Questions: 15. Study days with a new lesson: 5;"),
                "check",
                "--config",
                config());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        ends(2, words(config(), "1 mistake."), "run", "--config", config());
    }

    @ParameterizedTest
    @CsvSource({
        "run --prot 80, --prot",
        "rnu, rnu",
        "try --port eighty, eighty",
        "'', try",
    })
    void whatIsNoCommandLineIsRefusedWithTheUsage(String line, String named) {
        String[] arguments =
                Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        ends(2, words(named, "Usage: panfeng"), arguments);
    }

    @Test
    void aPortInUseIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC())) {
            shell.with("PANFENG_HTTP_PORT", taken.getLocalPort()).with("PANFENG_TELEGRAM_API_URL", standIn.url());
            ends(3, words("Port " + taken.getLocalPort(), "in use", "http.port"), "run");
            ends(
                    3,
                    words("Port " + taken.getLocalPort(), "in use", "--port"),
                    "try",
                    "--port",
                    String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aPortThatIsNotOursToOpenIsNamed() {
        shell.with("PANFENG_HTTP_BIND", "203.0.113.7").with("PANFENG_HTTP_PORT", 8080);
        try (StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC())) {
            shell.with("PANFENG_TELEGRAM_API_URL", standIn.url());
            ends(3, words("no address 203.0.113.7", "http.bind"), "run");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "verify"})
    void aDamagedDatabaseIsLeftAsItIs(String command) throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("panfeng.mv.db");
        byte[] garbage = "This is no database.".repeat(1000).getBytes();
        Files.write(file, garbage);
        ends(3, words(file.toString(), "damaged", "backup"), command);
        assertThat(file).hasBinaryContent(garbage);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aDatabaseThatWasCutShortIsNotTakenForANewOne(int divisor) throws IOException, Unusable {
        use();
        Path file = folder.resolve("data/panfeng.mv.db");
        byte[] whole = Files.readAllBytes(file);
        byte[] cut = Arrays.copyOf(whole, divisor == 0 ? 0 : whole.length / divisor);
        Files.write(file, cut);
        ends(3, words(file.toString(), "damaged", "backup"), "run");
        assertThat(file).hasBinaryContent(cut);
    }

    @Test
    void aDatabaseThatHasVanishedIsNotTakenForAFirstStart() throws IOException, Unusable {
        use();
        Files.delete(folder.resolve("data/panfeng.mv.db"));
        ends(3, words("is gone", "backup", "panfeng.journal"), "run");
        assertThat(folder.resolve("data/panfeng.mv.db")).doesNotExist();
    }

    @Test
    void anOlderCopyIsTakenOnceItIsSaidThatItIsMeant() throws IOException, Unusable {
        use();
        Path file = folder.resolve("data/panfeng.mv.db");
        byte[] copy = Files.readAllBytes(file);
        use();
        Files.write(file, copy);
        Path journal = folder.resolve("data/panfeng.journal");
        ends(3, words("older copy", "delete " + journal), "run");
        Files.delete(journal);
        ends(0, words("0 people looked at"), "verify");
    }

    private void use() throws Unusable {
        Database.open(new Address("jdbc:h2:file:" + folder.resolve("data/panfeng"), "panfeng", ""))
                .close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        shell.with("PANFENG_DATABASE_URL", "jdbc:h2:file:" + file.resolve("below/panfeng"));
        ends(
                3,
                words("The folder " + file.resolve("below"), "cannot be made: " + file + " is a file", "database.url"),
                "run");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        assumeFalse(
                !data.toFile().setWritable(false) || Files.isWritable(data), "root may write where nobody else may");
        ends(3, words("The folder " + data, "cannot be written", "database.url"), "run");
    }

    @Test
    void aPostgresThatDoesNotAnswerIsNamedWithoutThePassword() {
        shell.with("PANFENG_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/office?password=hidden")
                .with("PANFENG_DATABASE_PASSWORD", "hidden");
        ends(3, words("127.0.0.1:9/office", "refused", "database.url"), "run");
        assertThat(shell.run("run").words()).doesNotContain("hidden");
    }
}
