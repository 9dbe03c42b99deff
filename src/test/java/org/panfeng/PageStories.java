package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.panfeng.browser.Browser;
import org.panfeng.browser.Look;
import org.panfeng.browser.Visitor;
import org.panfeng.sandbox.AnswerKey;

/** What people do at the page, told once and lived in each look. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PageStories {
    private static final Duration IN_HASTE = Duration.ofMillis(60);
    private static final String ADMIN = "陈静";
    private static final String LEADER = "周立新";
    private static final String MEMBER = "李晓明";
    private static final String NEWCOMER = "林小满";
    private static final List<String> SUBMIT = List.of("提交", "Submit");
    private static final String ONE_PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Look look;
    private final Set<String> kinds = new HashSet<>();
    private Browser browser;
    private Sandbox sandbox;
    private AnswerKey key;

    PageStories(Look look) {
        this.look = look;
    }

    @BeforeAll
    void open() throws CannotRun {
        browser = Browser.open(look);
        Configuration configuration = Sandbox.configure().configuration().orElseThrow();
        sandbox = Sandbox.open(configuration, 0, Clock.systemUTC(), allButAFew(), IN_HASTE);
        key = new SyllabusKey(configuration.syllabus());
    }

    /** A dozen colleagues who study along are company enough, and leave the machine to the browser. */
    private static List<Long> allButAFew() {
        return Stream.concat(
                        SamplePeople.VISITORS.stream(),
                        SamplePeople.enrolled().stream()
                                .map(SamplePeople.Sample::id)
                                .skip(16))
                .toList();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        browser.forget();
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    /** What the bot or the page says, in the language of this look. */
    private String in(String chinese, String english) {
        return look.isChinese() ? chinese : english;
    }

    private String start() {
        return in("开始答题", "Start quiz");
    }

    private Visitor visit() {
        Visitor visitor = browser.visit(sandbox.url());
        if (look.isPhone() && visitor.isShown("#tour-close")) {
            visitor.click("#tour-close");
        }
        return visitor;
    }

    @Test
    void somebodyNewGrowsAStreakInThreeMornings() {
        Visitor lin = visit();
        browser.keepPicture("list");
        lin.findsThePageSound().is(NEWCOMER);
        browser.keepPicture("invitation");
        lin.click("#start").finds("#messages", start());
        browser.keepPicture("enrolled");
        studies(lin, false);
        assertThat(lin.newest()).containsPattern("🔥\\D*1\\b");
        for (int morning = 2; morning <= 3; morning++) {
            int messages = lin.count("#messages .rich");
            lin.jumps(1).jumps(0).until("the next reading", () -> lin.count("#messages .rich") > messages);
            lin.until("the reading to be read from its title on", () -> lin.isInView("#messages .rich h1"));
            browser.keepPicture("morning-" + morning);
            if (lin.isShown(".words figure")) {
                lin.scrollsTo(".words figure");
                browser.keepPicture("picture");
            }
            studies(lin, morning == 3);
        }
        assertThat(lin.newest()).containsPattern("🔥\\D*3\\b");
        browser.keepPicture("summary");
        assertThat(kinds).as("every kind of question was answered").hasSize(4);
        lin.says("/streak").sees(in("这一年的学习", "The year in study")).told("🟩");
        browser.keepPicture("streak");
        lin.findsThePageSound();
    }

    /** Answers whatever kind of question comes, all of them right. */
    private void studies(Visitor visitor, boolean isPictured) {
        visitor.presses(start())
                .until("a question", () -> !key.rightFor(visitor.newest()).isEmpty());
        for (int number = 1; !visitor.newest().contains("🎉"); number++) {
            String question = visitor.newest();
            kinds.add(kind(visitor.buttons()));
            if (isPictured) {
                browser.keepPicture("question-" + number);
            }
            answer(visitor, key.rightFor(question));
            visitor.until("what follows " + question, () -> isNext(visitor.newest(), question));
        }
    }

    private static String kind(List<String> buttons) {
        if (buttons.isEmpty()) {
            return "typed";
        }
        boolean isSubmitted = buttons.stream().anyMatch(SUBMIT::contains);
        return isSubmitted ? "several" : buttons.contains("A") ? "one" : "true or false";
    }

    private boolean isNext(String newest, String question) {
        return newest.contains("🎉")
                || !newest.equals(question)
                        && !newest.contains("💡")
                        && !key.rightFor(newest).isEmpty();
    }

    private static void answer(Visitor visitor, List<String> right) {
        if (visitor.buttons().isEmpty()) {
            visitor.says(right.get(0));
            return;
        }
        for (String label : right) {
            visitor.presses(label).findsNothing(".waiting");
        }
        visitor.buttons().stream().filter(SUBMIT::contains).findFirst().ifPresent(visitor::presses);
    }

    @Test
    void anAdminInvitesAndAnnounces() {
        String department = in("信息中心", "Information Centre");
        Visitor chen = visit().is(ADMIN).says("/people").presses("➕");
        chen.sees(in("叫什么", "called")).says(department).sees("https://t.me/");
        browser.keepPicture("department");
        chen.click("#messages a[href*='start=']").finds("#newcomer", in("谁打开", "Who opens"));
        browser.keepPicture("who-opens");
        chen.findsThePageSound().click("#newcomer input").types("Ada Lovelace-Featherstonehaugh", Keys.ENTER);
        chen.finds("#head", "Ada Lovelace").finds("#messages", department);

        String notice = in(
                "周五 15:00 消防演练，请提前五分钟到楼前集合。",
                "Fire drill on Friday at 15:00. Please be in front of the building at 14:55.");
        chen.is(ADMIN).says("/broadcast " + notice).presses(in("发送", "Send")).sees("📋");
        browser.keepPicture("report");
        assertThat(chen.newest()).as("how many got it").containsPattern("✅\\D*6\\d");
        chen.findsThePageSound().is(LEADER).finds("#messages", notice);
    }

    @Test
    void aLeaderTurnsPagesAndFilters() {
        Visitor zhou = visit().is(LEADER).says("/ranking").sees("🏆");
        browser.keepPicture("ranking");
        zhou.findsThePageSound();
        String first = zhou.newest();
        zhou.presses("2")
                .until(
                        "the next page",
                        () -> zhou.newest().contains("🏆") && !zhou.newest().equals(first));
        zhou.presses("🏢").presses("财务科");
        zhou.until(
                "one department",
                () -> zhou.newest().contains("🏆") && !zhou.newest().contains("后勤保障科"));
        browser.keepPicture("ranking-department");
        zhou.findsThePageSound();
    }

    /** What the tour does not lead through: a month to choose days from, and the picture of a year. */
    @Test
    void aMonthAndAYearCanBeReadOnAnyScreen() {
        Visitor li = visit().is(MEMBER).says("/leave").sees("🏖");
        li.presses("➕").until("a month", () -> li.buttons().size() > 31);
        browser.keepPicture("month");
        assertThat(li.asks(HEIGHTS))
                .as("each week of the month is as high as the others")
                .isEqualTo(1L);
        li.findsThePageSound().presses(in("取消", "Cancel")).sees("🏖");

        li.says("/streak").finds("#messages .theirs:last-child img", "");
        String figure = "#messages .theirs:last-child img";
        assertThat(li.one(figure).getDomAttribute("alt"))
                .as("what a screen reader says")
                .isNotBlank();
        li.click(figure).finds("#picture", "×");
        browser.keepPicture("year");
        li.findsThePageSound().types(Keys.ESCAPE).findsNothing("#picture");
    }

    private static final String HEIGHTS = """
            const keys = [...[...document.querySelectorAll('#messages .keys')].at(-1).querySelectorAll('div:has(> :nth-child(7)) button')];
            return new Set(keys.map((key) => key.offsetHeight)).size;
            """;

    @Test
    void theTourTicksOffWhatWasSeen() {
        Visitor visitor = browser.visit(sandbox.url());
        if (!visitor.isShown("#tour")) {
            visitor.click("#tour-open");
        }
        browser.keepPicture("tour");
        visitor.findsThePageSound();
        int before = visitor.count("#steps .done");
        visitor.click("#tour-close").is(MEMBER).says("/settings").sees("⚙️");
        visitor.click("#tour-open").until("a tick", () -> visitor.count("#steps .done") > before);
        visitor.reloads();
        if (!visitor.isShown("#tour")) {
            visitor.click("#tour-open");
        }
        assertThat(visitor.count("#steps .done")).as("after a reload").isGreaterThan(before);
        visitor.click("#tour-close");
    }

    @Test
    void whatABotCanShowIsShown() throws IOException, InterruptedException {
        Visitor li = visit().is(MEMBER);
        bot("sendChatAction", "{'chat_id':103,'action':'typing'}");
        li.finds("#head small", in("正在输入", "is typing"));

        bot("sendRichMessage", """
                {'chat_id':103,'rich_message':{'html':'<h2>Rules</h2><details><summary>More</summary><p>Folded away</p></details>
                <table><tr><th>Floor</th><th>Room</th></tr><tr><td>3</td><td>301</td></tr></table>'}}
                """);
        li.finds("#messages th", "Floor").findsNothing("#messages details p");
        li.click("#messages summary").finds("#messages details p", "Folded away");
        browser.keepPicture("rich");

        String keyboard = "'reply_markup':{'inline_keyboard':[[{'text':'Go','callback_data':'notice:send:1'}]]}";
        int message = bot("sendMessage", "{'chat_id':103,'text':'before'," + keyboard + "}")
                .path("result")
                .path("message_id")
                .asInt();
        li.sees("before");
        int messages = li.count("#messages .theirs");
        bot("editMessageText", "{'chat_id':103,'message_id':%d,'text':'after',%s}".formatted(message, keyboard));
        li.sees("after").finds("#messages .theirs .when", in("已编辑", "edited"));
        assertThat(li.count("#messages .theirs")).as("in its place").isEqualTo(messages);

        li.presses("Go").finds("#alert p", in("管理员", "admins"));
        li.findsThePageSound().types(Keys.ENTER).findsNothing("#alert");
    }

    /** What a bot can say that Panfeng does not say today. */
    private JsonNode bot(String method, String json) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create(sandbox.url() + "bot" + Sandbox.TOKEN + "/" + method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.strip().replace("\n", "").replace('\'', '"')))
                .build();
        String answer =
                HttpClient.newHttpClient().send(call, BodyHandlers.ofString()).body();
        JsonNode read = new ObjectMapper().readTree(answer);
        assertThat(read.path("ok").asBoolean()).as(answer).isTrue();
        return read;
    }

    @Test
    void filesGoUpAndComeDown(@TempDir Path folder) throws IOException {
        Path picture =
                Files.write(folder.resolve("desk.png"), Base64.getDecoder().decode(ONE_PIXEL));
        Path roster = Files.writeString(folder.resolve("花名册.csv"), "name,department");
        Visitor li = visit().is(MEMBER);
        li.uploads(picture.toString()).click("#upload button[value=send]").finds("#messages .mine img", "");
        li.uploads(roster.toString());
        browser.keepPicture("upload");
        li.click("#upload button[value=send]").finds("#messages", "花名册.csv").sees("/help");
        assertThat(li.asks("return fetch(document.querySelector('.file').href).then((file) => file.text())"))
                .isEqualTo("name,department");
        li.click("#messages .mine img")
                .finds("#picture", "×")
                .types(Keys.ESCAPE)
                .findsNothing("#picture");
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        Visitor li = visit();
        li.asks("document.querySelector('#search').focus()");
        li.types(MEMBER).until("one person", () -> li.count("#lists [data-person]") == 1);
        li.types(Keys.TAB, Keys.ENTER).finds("#head", MEMBER);
        li.asks("document.querySelector('#text').focus()");
        li.types("/str", Keys.ARROW_DOWN, Keys.ENTER).told("🟩");
        li.types("/", Keys.ESCAPE).findsNothing("#menu");
        assertThat(li.asks("return document.activeElement.id")).isEqualTo("text");
        li.one("#text").clear();
    }

    @Test
    void nothingIsLeftUntranslated() {
        Visitor visitor = visit().is(MEMBER);
        assertThat(visitor.asks(CHROME).toString())
                .as("the page's own words")
                .matches(look.isChinese() ? "(?s).*\\p{IsHan}.*" : "\\P{IsHan}*");
        visitor.click("#more")
                .click("#language")
                .until(
                        "the other language",
                        () -> visitor.asks(CHROME).toString().matches("(?s).*\\p{IsHan}.*") != look.isChinese());
        visitor.says("/help").sees(in("What you can do", "您可以"));
        visitor.click("#more").click("#language").says("/help").sees(in("您可以", "What you can do"));
    }

    /** What the page itself says, without names, messages and the brand. */
    private static final String CHROME = """
            return [...document.querySelectorAll('[data-text]:not(#tour *), [data-label], [data-placeholder], #jumps button, .part, #block')]
              .flatMap((node) => [node.dataset.text || !node.dataset.label ? node.textContent : '', node.ariaLabel, node.placeholder, node.title])
              .join(' ').replace('切换到中文', '');
            """;

    @Test
    void aReloadASecondTabAndARestartLeaveThePageRight() {
        Visitor first = visit().is(MEMBER).says("/why").sees("🟩");
        first.reloads().finds("#head", MEMBER).sees("🟩");
        Visitor second = browser.visitInNewTab(sandbox.url() + "#" + SamplePeople.MEMBER);
        second.finds("#head", MEMBER).says("/help").sees("/today");
        first.returns().sees("/today");
        first.click("#more").click("#restart").says("/why");
        first.sees("🟩");
        second.returns().sees("🟩").says("/help").sees("/today");
        first.returns();
    }
}
