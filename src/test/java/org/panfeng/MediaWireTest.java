package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Attachments;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Message.Kind;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;
import org.panfeng.storage.Address;
import org.panfeng.telegram.Endpoint;

/** Pictures and documents over HTTP: how they arrive, how often they are uploaded, and what is left when they cannot be. */
class MediaWireTest {
    private static final String TOKEN = "1:wire";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long LI = 11;
    private static final long WANG = 12;
    private static final Pattern FIGURE =
            Pattern.compile("<figure><img class=\"picture\" src=\"/sandbox/files/([^\"]*)\" alt=\"四个桶 &lt;红黄蓝绿&gt;\">"
                    + "<figcaption>四个桶 &lt;红黄蓝绿&gt;</figcaption></figure>");

    @TempDir
    Path config;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Address database = TestDatabase.H2.settings();

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void thePictureComesInItsPlaceAndTheDocumentBeforeTheReading() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        Panfeng panfeng = panfeng(telegram, TOKEN);
        Message reading = reads(telegram, LI);
        assertThat(reading.kind()).isEqualTo(Kind.RICH);
        assertThat(reading.html()).containsSubsequence("先看颜色", "<figure>", "再看标签", "📎 检查表（PDF，1 页）");
        assertThat(picture(reading)).isNotEmpty();
        assertThat(reading.text()).contains("先看颜色。\n🖼 四个桶 <红黄蓝绿>\n再看标签。");
        List<Message> chat = telegram.messenger().chat(LI);
        Message document = chat.get(chat.indexOf(reading) - 1);
        assertThat(document.kind()).isEqualTo(Kind.DOCUMENT);
        assertThat(document.text()).isEqualTo("检查表（PDF，1 页）");
        assertThat(document.silent()).isTrue();
        assertThat(Objects.requireNonNull(document.file()).name()).isEqualTo("01-check.zh.pdf");
        assertThat(panfeng.troubles()).isEmpty();
    }

    @Test
    void aFileIsUploadedOnceHoweverManyAskForItAtTheSameTime() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        telegram.faults().latency(Duration.ofMillis(300));
        panfeng(telegram, TOKEN);
        List<Long> crowd = LongStream.range(100, 120).boxed().toList();
        crowd.forEach(id -> telegram.messenger().add(new Person(id, "P" + id, null, null, "zh")));
        crowd.forEach(id -> telegram.messenger().says(id, "/start"));
        assertThat(crowd).extracting(id -> picture(awaitsReading(telegram, id))).containsOnly("sandbox-file-2");
        assertThat(crowd).extracting(id -> documentOf(telegram, id)).containsOnly("sandbox-file-1");
    }

    @ParameterizedTest
    @EnumSource
    void afterARestartTelegramIsAskedForWhatItHas(TestDatabase kind) throws CannotRun {
        database = kind.settings();
        StandIn telegram = telegram(TOKEN);
        Panfeng first = panfeng(telegram, TOKEN);
        String picture = picture(reads(telegram, LI));
        stop(first);
        panfeng(telegram, TOKEN);
        assertThat(picture(reads(telegram, WANG))).isEqualTo(picture);
        assertThat(documentOf(telegram, WANG)).isEqualTo(documentOf(telegram, LI));
    }

    @ParameterizedTest
    @EnumSource
    void whatTelegramDoesNotKnowAnyMoreIsUploadedAgainOnce(TestDatabase kind) throws CannotRun {
        database = kind.settings();
        StandIn before = telegram(TOKEN);
        Panfeng first = panfeng(before, TOKEN);
        reads(before, LI);
        stop(first);
        StandIn telegram = telegram(TOKEN);
        panfeng(telegram, TOKEN);
        String picture = picture(readsAgain(telegram, LI));
        assertThat(telegram.calls("sendRichMessage")).isEqualTo(2);
        assertThat(telegram.calls("sendDocument")).isEqualTo(2);
        assertThat(picture(reads(telegram, WANG))).isEqualTo(picture);
        assertThat(telegram.calls("sendRichMessage")).isEqualTo(3);
        assertThat(telegram.calls("sendDocument")).isEqualTo(3);
    }

    @Test
    void anotherBotUploadsItsOwn() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        Panfeng first = panfeng(telegram, TOKEN);
        reads(telegram, LI);
        stop(first);
        StandIn other = telegram("2:other");
        panfeng(other, "2:other");
        assertThat(picture(readsAgain(other, LI))).isNotEmpty();
        for (String method : List.of("sendRichMessage", "sendDocument")) {
            assertThat(other.calls(method))
                    .as("no id of the first bot was tried")
                    .isEqualTo(1);
        }
    }

    @Test
    void whereRichMessagesAreUnknownThePicturesComeAsPhotosBeforeTheText() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        telegram.faults().refuse("sendRichMessage");
        panfeng(telegram, TOKEN);
        for (long id : List.of(LI, WANG)) {
            Message reading = reads(telegram, id);
            assertThat(reading.kind()).isEqualTo(Kind.TEXT);
            assertThat(reading.html()).contains("<i>四个桶 &lt;红黄蓝绿&gt;</i>");
            List<Message> chat = telegram.messenger().chat(id);
            Message photo = chat.get(chat.indexOf(reading) - 1);
            assertThat(photo.kind()).isEqualTo(Kind.PHOTO);
            assertThat(photo.text()).isEqualTo(IllustratedProgramme.DESCRIPTION);
            assertThat(Objects.requireNonNull(photo.file()).fileId()).isEqualTo(photoOf(telegram, LI));
        }
        assertThat(telegram.calls("sendRichMessage")).isEqualTo(1);
    }

    @Test
    void aServerThatKnowsNoFilesEitherGetsTheText() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        List.of("sendRichMessage", "sendPhoto", "sendDocument").forEach(telegram.faults()::refuse);
        panfeng(telegram, TOKEN);
        assertThat(reads(telegram, LI).kind()).isEqualTo(Kind.TEXT);
        assertThat(reads(telegram, WANG).html()).contains("<i>四个桶");
        assertThat(telegram.calls("sendPhoto")).isEqualTo(1);
    }

    @Test
    void aPictureThatIsRefusedIsToldInWords() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        telegram.faults().on("sendRichMessage").refused(400, "Bad Request: IMAGE_PROCESS_FAILED");
        telegram.faults().on("sendPhoto").refused(400, "Bad Request: IMAGE_PROCESS_FAILED");
        panfeng(telegram, TOKEN);
        assertThat(reads(telegram, LI).html()).contains("<i>四个桶");
        Message next = reads(telegram, WANG);
        assertThat(next.kind()).isEqualTo(Kind.RICH);
        assertThat(next.html()).contains("<p><i>四个桶 &lt;红黄蓝绿&gt;</i></p>").doesNotContain("<img");
        assertThat(telegram.calls("sendPhoto")).isEqualTo(1);
    }

    @Test
    void anUploadThatBreaksCostsThePictureAndNotTheReading() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        telegram.faults().on("sendRichMessage").dropBeforeHandling();
        panfeng(telegram, TOKEN);
        Message reading = reads(telegram, LI);
        assertThat(reading.kind()).isEqualTo(Kind.RICH);
        assertThat(reading.html()).contains("<i>四个桶").doesNotContain("<img");
    }

    @Test
    void floodControlCostsNothing() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        telegram.faults().on("sendRichMessage").tooManyRequests(1);
        telegram.faults().on("sendDocument").tooManyRequests(1);
        panfeng(telegram, TOKEN);
        assertThat(picture(reads(telegram, LI))).isNotEmpty();
        assertThat(documentOf(telegram, LI)).isNotEmpty();
    }

    @Test
    void filesThatVanishedSinceTheStartAreLeftOut() throws CannotRun, IOException {
        StandIn telegram = telegram(TOKEN);
        panfeng(telegram, TOKEN);
        Files.delete(IllustratedProgramme.picture(config));
        Files.writeString(IllustratedProgramme.document(config), "something else");
        Message reading = reads(telegram, LI);
        assertThat(reading.kind()).isEqualTo(Kind.RICH);
        assertThat(reading.html()).contains("<i>四个桶");
        assertThat(telegram.calls("sendDocument")).isZero();
    }

    @Test
    void aDocumentThatFailsHoldsUpNothing() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        telegram.faults().on("sendDocument").inChat(LI).untilCleared().gatewayError(502);
        panfeng(telegram, TOKEN);
        long began = System.nanoTime();
        assertThat(picture(reads(telegram, LI))).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(picture(reads(telegram, WANG)))
                .as("the file is not tried again so soon")
                .isNotEmpty();
        assertThat(telegram.calls("sendDocument")).isEqualTo(1);
    }

    @Test
    void aDocumentForWhichThereIsNoMemoryHoldsUpNothing() throws CannotRun {
        StandIn telegram = telegram(TOKEN);
        Configuration whole = configuration();
        Attachments tooLarge = file -> {
            if (file.name().endsWith(".pdf")) {
                throw new OutOfMemoryError("as if");
            }
            return whole.files().bytes(file);
        };
        panfeng(
                telegram,
                TOKEN,
                new Configuration(whole.settings(), whole.timetable(), whole.calendar(), whole.syllabus(), tooLarge));
        assertThat(picture(reads(telegram, LI))).isNotEmpty();
    }

    private StandIn telegram(String token) {
        StandIn telegram = StandIn.start(0, token, Clock.systemUTC());
        open.push(telegram);
        telegram.messenger().add(new Person(LI, "明", "李", null, "zh"));
        telegram.messenger().add(new Person(WANG, "芳", "王", null, "zh"));
        return telegram;
    }

    private Panfeng panfeng(StandIn telegram, String token) throws CannotRun {
        return panfeng(telegram, token, configuration());
    }

    private Panfeng panfeng(StandIn telegram, String token, Configuration configuration) throws CannotRun {
        Endpoint endpoint = new Endpoint(URI.create(telegram.url()), token, Optional.empty());
        Panfeng panfeng =
                new Panfeng(configuration, endpoint, TestDatabase.open(database), Clock.systemUTC(), Clock.systemUTC());
        panfeng.start();
        open.push(panfeng);
        return panfeng;
    }

    private Configuration configuration() {
        if (!Files.exists(IllustratedProgramme.picture(config))) {
            IllustratedProgramme.in(config);
        }
        return Configuration.load(
                        Optional.of(config),
                        Map.of("PANFENG_PEOPLE_ENROLMENT", "open", "PANFENG_PROGRAMME_CALENDAR", "every-day"))
                .configuration()
                .orElseThrow();
    }

    private void stop(Panfeng panfeng) {
        open.remove(panfeng);
        panfeng.database.jdbi().useHandle(handle -> {
            // Telegram uses no update id twice; another stand-in does.
            handle.execute("delete from seen_update");
            // As if it were later: who asks at once for what was just sent gets no document again.
            handle.execute("delete from outbox");
        });
        panfeng.close();
    }

    /** Comes to the bot for the first time and gets today's reading. */
    private static Message reads(StandIn telegram, long id) {
        telegram.messenger().says(id, "/start");
        return awaitsReading(telegram, id);
    }

    private static Message readsAgain(StandIn telegram, long id) {
        telegram.messenger().says(id, "/today");
        return awaitsReading(telegram, id);
    }

    private static Message awaitsReading(StandIn telegram, long id) {
        return telegram.messenger()
                .awaitMessage(id, message -> message.button("开始答题").isPresent(), SOON);
    }

    /** The id of the file that the reading shows as its picture. */
    private static String picture(Message reading) {
        Matcher figure = FIGURE.matcher(reading.html());
        assertThat(figure.find()).as(reading.html()).isTrue();
        return figure.group(1);
    }

    private static String documentOf(StandIn telegram, long id) {
        return fileOf(telegram, id, Kind.DOCUMENT);
    }

    private static String photoOf(StandIn telegram, long id) {
        return fileOf(telegram, id, Kind.PHOTO);
    }

    private static String fileOf(StandIn telegram, long id, Kind kind) {
        return telegram.messenger().chat(id).stream()
                .filter(message -> message.kind() == kind)
                .map(message -> Objects.requireNonNull(message.file()).fileId())
                .findFirst()
                .orElseThrow();
    }
}
