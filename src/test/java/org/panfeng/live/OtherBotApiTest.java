package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot needs no more of a Bot API than texts, edits, buttons and polling; pictures and documents are then left out. */
class OtherBotApiTest {
    private static final long ADMIN = 999;
    private static final long LI = 1001;

    @TempDir
    private Path folder;

    private OtherBotApi api;
    private BotProcess bot;

    @BeforeEach
    void start() throws IOException {
        Lesson.writeWithFiles(folder.resolve("config"));
        api = new OtherBotApi();
        bot = BotProcess.start(folder, BotProcess.settings(api.url(), "42:other"), "run")
                .awaitReady();
    }

    @AfterEach
    void stop() {
        assertThat(bot.stop(Duration.ofSeconds(5))).as(bot.said()).isIn(0, 143);
        assertThat(bot.said())
                .contains("https://t.me/other_bot")
                .doesNotContain("ERROR")
                .doesNotContain("\tat ");
        api.close();
    }

    @Test
    void aDayPassesOnAServerThatKnowsFiveMethods() {
        api.says(LI, "/start");
        api.sees(LI, "欢迎加入");
        assertThat(api.sees(LI, "每种题目各一道")).contains("<i>四种图形</i>").contains("📎 题目单");
        api.says(LI, "/today");
        api.presses(LI, "开始答题");
        api.sees(LI, "第 1 题 / 共 4 题");
        api.presses(LI, "B");
        api.sees(LI, "第 2 题 / 共 4 题");
        api.presses(LI, "A");
        api.seesButton(LI, "A ✓");
        api.presses(LI, "C");
        api.seesButton(LI, "C ✓");
        api.presses(LI, "提交");
        api.presses(LI, "对");
        api.sees(LI, "第 4 题 / 共 4 题");
        api.says(LI, "五");
        assertThat(api.sees(LI, "的学习完成了")).contains("4 题全部答对").contains("连续 <b>1</b> 天");
        assertThat(api.toasts()).contains("✅ 答对了！");
        api.says(LI, "/streak");
        assertThat(api.sees(LI, "全单位")).contains("连续 <b>1</b> 天").contains("第 <b>1</b> 名");
        api.says(LI, "/rank");
        assertThat(api.sees(LI, "连续学习排行榜")).contains("某人");

        api.says(ADMIN, "/push");
        api.sees(ADMIN, "此前已有 1 人收到");
        api.says(ADMIN, "/rank");
        api.sees(ADMIN, "连续学习排行榜");
        api.says(ADMIN, "/broadcast 下午三点开会");
        api.presses(ADMIN, "发送");
        api.sees(LI, "下午三点开会");
        assertThat(api.sees(ADMIN, "通知报告")).contains("送达 1");
    }
}
