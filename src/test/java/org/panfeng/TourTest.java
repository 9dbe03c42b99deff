package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TourTest {
    @Test
    void theTourPlaysThreeDaysAndEndsWell() {
        StringWriter out = new StringWriter();
        int exit = Main.commandLine(Map.of()).setOut(new PrintWriter(out, true)).execute("try", "--tour");

        String told = out.toString();
        assertThat(exit).as(told).isZero();
        assertThat(told)
                .containsSubsequence(List.of(
                        "周一 08:25",
                        "欢迎加入，林小满",
                        "❌ 这次没对",
                        "连续 1 天",
                        "📤 正在发送",
                        "✅ 送达 61",
                        "周一 17:00",
                        "🌇 今天的学习还差",
                        "Done for Mon 16 Nov!",
                        "周二 08:30",
                        "连续 14 天",
                        "❄️ 11月16日 周一错过了",
                        "🎉 11月16日 周一补学完成！",
                        "连续 16 天",
                        "连续 2 天",
                        "周三 08:30",
                        "连续 3 天",
                        "🏆 连续学习排行榜",
                        "会议服务科（10 人）",
                        "🩺 一切正常"));
        assertThat(told).as("no control sequences").doesNotContain("\u001b");
    }
}
