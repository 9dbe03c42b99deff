package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichMessageTest extends SandboxTest {

    /** A single pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String REFUSED = "400 Bad Request: can't parse rich message: ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <div>x</div>                            | unsupported tag "div" at byte offset 0
                    <table><thead><tr><th>x</th></tr></thead></table> | unsupported tag "thead" at byte offset 7
                    <p>x                                    | can't find end tag corresponding to start tag "p"
                    <li>x</li>                              | unexpected tag "li"
                    <p></p>                                 | message must be non-empty
                    """)
    void htmlThatIsNotRichHtmlIsRefused(String html, String why) {
        assertThat(refusal("{'html':'" + html.replace("\"", "\\\"") + "'}")).isEqualTo(REFUSED + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'html':'x','markdown':'x'}"})
    void exactlyOneFormIsGiven(String rich) {
        assertThat(refusal(rich)).isEqualTo(REFUSED + "exactly one of html, markdown and blocks must be given");
    }

    @Test
    void theLimitsAreTelegrams() {
        send("{'html':'" + "x".repeat(32_768) + "'}");
        assertThat(html("x".repeat(32_769))).isEqualTo(REFUSED + "text is too long");
        send("{'html':'" + "<p>x</p>".repeat(500) + "'}");
        assertThat(html("<p>x</p>".repeat(501))).isEqualTo(REFUSED + "too many blocks");
        send("{'html':'<table><tr>" + "<td>x</td>".repeat(20) + "</tr></table>'}");
        assertThat(html("<table><tr>" + "<td>x</td>".repeat(21) + "</tr></table>"))
                .isEqualTo(REFUSED + "too many table columns");
        assertThat(html("x" + "<img>".repeat(51))).isEqualTo(REFUSED + "too many media");
        assertThat(html("<b>".repeat(17) + "x" + "</b>".repeat(17))).isEqualTo(REFUSED + "nesting is too deep");
    }

    @Test
    void markdownAndBlocksAreReadLikeHtml() {
        send("{'markdown':'# 标题\\n\\nsome **bold** text\\n\\n| A | B |\\n|---|---|\\n| 1 | 2 |'}");
        send("{'blocks':[{'type':'heading','size':1,'text':'标题'},"
                + "{'type':'paragraph','text':['some ',{'type':'bold','text':'bold'},' text']},"
                + "{'type':'table','cells':[[{'text':'A','is_header':true},{'text':'B','is_header':true}],"
                + "[{'text':'1'},{'text':'2'}]]}]}");
        assertThat(messenger.chat(li))
                .extracting(Message::text)
                .containsOnly("标题\nsome bold text\nA | B\n1 | 2")
                .hasSize(2);
        assertThat(messenger.chat(li).get(1).html())
                .isEqualTo("<h1>标题</h1><p>some <b>bold</b> text</p>"
                        + "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>");
    }

    @Test
    void nothingInARichMessageRunsOnThePage() {
        send("{'html':'<p onclick=\\\"x()\\\">&lt;script&gt;<a href=\\\"javascript:x()\\\">a</a>"
                + "<img src=\\\"https://e.org/x.png\\\" alt=\\\"&lt;b&gt;\\\"></p>'}");
        assertThat(messenger.chat(li).get(0).html())
                .isEqualTo("<p>&lt;script&gt;<a>a</a><span class=\"image\">&lt;b&gt;</span></p>");
    }

    @Test
    void aPictureStandsInItsPlaceWithItsCaption() {
        String fileId = photo();
        send(
                "{'html':'<p>a</p><figure><img src=\\\"tg://photo?id=p-1\\\"/><figcaption>b &lt; <b>c</b></figcaption></figure>d',"
                        + media("p-1", fileId) + "}");
        Message seen = messenger.chat(li).get(1);
        assertThat(seen.text()).isEqualTo("a\n🖼 b < c\nd");
        assertThat(seen.html())
                .isEqualTo("<p>a</p><figure><img class=\"picture\" src=\"/sandbox/files/" + fileId
                        + "\" alt=\"b &lt; c\"><figcaption>b &lt; <b>c</b></figcaption></figure>d");
        send("{'markdown':'a\\n\\n![x](tg://photo?id=p-1)\\n\\nd'," + media("p-1", fileId) + "}");
        assertThat(messenger.chat(li).get(2).html())
                .contains("<img class=\"picture\" src=\"/sandbox/files/" + fileId + "\" alt=\"\">");
    }

    @Test
    void mediaThatDoNotFitTheTextAreRefused() {
        String fileId = photo();
        String image = "<img src=\\\"tg://photo?id=p\\\"/>";
        assertThat(refusal("{'html':'x" + image + "'}")).isEqualTo(REFUSED + "media with identifier \"p\" not found");
        assertThat(refusal("{'html':'x'," + media("p", fileId) + "}"))
                .isEqualTo(REFUSED + "media is not used in the message");
        assertThat(refusal("{'html':'<p>x" + image + "</p>'," + media("p", fileId) + "}"))
                .isEqualTo(REFUSED + "images can be specified only as separate media blocks");
        assertThat(refusal("{'html':'" + image + "'," + media("p", "unknown") + "}"))
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
        assertThat(refusal("{'html':'" + image + "'," + media("p", "attach://nothing") + "}"))
                .isEqualTo("400 Bad Request: can't parse InputRichMessageMedia: media not found");
        assertThat(refusal("{'html':'" + image + "'," + media("p", document()) + "}"))
                .isEqualTo("400 Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(refusal("{'html':'" + image + "'," + media("p p", fileId) + "}"))
                .isEqualTo("400 Bad Request: can't parse InputRichMessageMedia: invalid media identifier specified");
        assertThat(refusal("{'html':'" + image + "'," + media("p", fileId).replace("'photo'", "'sticker'") + "}"))
                .isEqualTo("400 Bad Request: can't parse InputRichMessageMedia: unsupported media type specified");
        String many = IntStream.range(0, 51)
                .mapToObj(i -> "{'id':'p" + i + "','media':{'type':'photo','media':'" + fileId + "'}}")
                .collect(Collectors.joining(","));
        assertThat(refusal("{'html':'x','media':[" + many + "]}")).isEqualTo(REFUSED + "too many media");
    }

    private static String media(String id, String file) {
        return "'media':[{'id':'" + id + "','media':{'type':'photo','media':'" + file + "'}}]";
    }

    /** Li sends a photo; its file id. */
    private String photo() {
        int id = messenger.sends(li, new Attachment.Photo(PNG, ""));
        return messenger.chat(li).stream()
                .filter(message -> message.id() == id)
                .map(message -> Objects.requireNonNull(message.file()).fileId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOlderServerKnowsNoRichMessages() {
        int id = wire.sendMessage(li, "plain");
        standIn.faults().refuse("sendRichMessage");
        assertThat(refusal("{'html':'x'}")).isEqualTo("404 Not Found: method not found");
        assertThat(wire.refusal(
                        "editMessageText",
                        "{'chat_id':%d,'message_id':%d,'rich_message':{'html':'x'}}".formatted(li, id)))
                .isEqualTo("400 Bad Request: message text is empty");
    }

    private String html(String html) {
        return refusal("{'html':'" + html + "'}");
    }

    private String refusal(String rich) {
        return wire.refusal("sendRichMessage", call(rich));
    }

    private void send(String rich) {
        wire.result("sendRichMessage", call(rich));
    }

    private String call(String rich) {
        return "{'chat_id':" + li + ",'rich_message':" + rich + "}";
    }
}
