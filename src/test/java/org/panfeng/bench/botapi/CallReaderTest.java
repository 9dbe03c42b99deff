package org.panfeng.bench.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallReaderTest {
    @Test
    void readsAMessageWithItsButtons() throws IOException {
        Call call = read(
                "sendMessage",
                "application/json",
                "{\"chat_id\":\"7\",\"text\":\"你好\",\"link_preview_options\":{\"is_disabled\":true},\"reply_markup\":"
                        + "{\"inline_keyboard\":[[{\"text\":\"A\",\"callback_data\":\"quiz:is:1:1:0\"}],[{\"text\":\"B\","
                        + "\"callback_data\":\"quiz:is:1:1:1\"}]]}}");
        assertThat(call.chat()).isEqualTo(7);
        assertThat(call.text()).isEqualTo("你好");
        assertThat(call.buttons())
                .containsExactly(new Call.Button("A", "quiz:is:1:1:0"), new Call.Button("B", "quiz:is:1:1:1"));
        assertThat(call.isMessage()).isTrue();
    }

    @Test
    void readsAnUpload() throws IOException {
        Call call = read("sendRichMessage", "multipart/form-data; boundary=x", """
                        --x\r
                        Content-Disposition: form-data; name="chat_id"\r
                        \r
                        7\r
                        --x\r
                        Content-Disposition: form-data; name="rich_message"\r
                        \r
                        {"html":"<p>1</p>","media":[{"id":"1"}]}\r
                        --x\r
                        Content-Disposition: form-data; name="file1"; filename="a.png"\r
                        Content-Type: image/png\r
                        \r
                        png\r
                        --x--\r
                        """);
        assertThat(call.chat()).isEqualTo(7);
        assertThat(call.text()).isEqualTo("<p>1</p>");
    }

    private static Call read(String method, String type, String body) throws IOException {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                "/bot1:x/" + method,
                Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        return CallReader.read(request);
    }
}
