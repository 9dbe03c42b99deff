package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <b>a</b> <i>b</i>                            | bold 0 1, italic 2 1
                    <strong>a<em>b</em></strong>                 | bold 0 2, italic 1 1
                    <u>a</u><ins>b</ins>                         | underline 0 1, underline 1 1
                    <s>a</s><strike>b</strike><del>c</del>       | strikethrough 0 1, strikethrough 1 1, strikethrough 2 1
                    <span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler> | spoiler 0 1, spoiler 1 1
                    <a href="https://example.org/?a=1&amp;b=2">x</a> | text_link 0 1 https://example.org/?a=1&b=2
                    <a>https://example.org</a>                   | text_link 0 19 https://example.org
                    <code>a</code><pre>b</pre>                   | code 0 1, pre 1 1
                    <pre><code class="language-java">x</code></pre> | pre 0 1 java
                    <blockquote expandable>a</blockquote>        | expandable_blockquote 0 1
                    <blockquote>a</blockquote>                   | blockquote 0 1
                    <tg-emoji emoji-id="5">👍</tg-emoji>         | custom_emoji 0 2 5
                    <b>👍</b>峰<i>x</i>                          | bold 0 2, italic 3 1
                    <B>a</B>                                     | bold 0 1
                    """)
    void tagsBecomeEntitiesInUtf16Units(String html, String entities) {
        assertThat(HtmlText.parse(html).entities().stream()
                        .map(e -> (e.type() + " " + e.offset() + " " + e.length() + " " + e.extra()).strip()))
                .containsExactly(entities.split(", "));
    }

    @Test
    void whiteSpaceAtTheEndsIsCutAndEntitiesMoveWithIt() {
        FormattedText text = HtmlText.parse("\n  <b> bold </b>  \n");
        assertThat(text.text()).isEqualTo("bold");
        assertThat(text.entities()).containsExactly(new Entity("bold", 0, 4, ""));
    }

    @Test
    void onlyTheReferencesThatTelegramKnowsAreDecoded() {
        assertThat(HtmlText.parse("&lt;&gt;&amp;&quot; &#23792;&#x5CF0; &copy; & x")
                        .text())
                .isEqualTo("<>&\" 峰峰 &copy; & x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a <div>b</div>   | Unsupported start tag "div" at byte offset 2
                    峰<br>           | Unsupported start tag "br" at byte offset 3
                    1 < 2            | Unsupported start tag "" at byte offset 2
                    <b>a             | Can't find end tag corresponding to start tag "b"
                    <b><i>a</b></i>  | Unmatched end tag at byte offset 7, expected "</i>", found "</b>"
                    a</b>            | Unexpected end tag at byte offset 1
                    <a href="x       | Unclosed start tag at byte offset 0
                    <b>a</b          | Unclosed end tag at byte offset 4
                    <span>a</span>   | Tag "span" must have class "tg-spoiler"
                    """)
    void whatTelegramCannotParseIsRefusedInItsWords(String html, String why) {
        assertThatThrownBy(() -> HtmlText.parse(html)).hasMessage("Bad Request: can't parse entities: " + why);
    }

    @Test
    void whatIsShownOnThePageIsEscapedAndNested() {
        assertThat(HtmlText.parse("<b>a &lt;script&gt; <i>b</i></b>\n<a href=\"javascript:alert(1)\">x</a>")
                        .html())
                .isEqualTo("<b>a &lt;script&gt; <i>b</i></b><br><a>x</a>");
        assertThat(HtmlText.parse("<a href=\"https://e.org/'&quot;><script>\">x</a>")
                        .html())
                .isEqualTo("<a href=\"https://e.org/&#39;&quot;&gt;&lt;script&gt;\" target=\"_blank\""
                        + " rel=\"noopener noreferrer\">x</a>");
    }

    @Test
    void commandsThatPeopleTypeAreMarked() {
        assertThat(FormattedText.typed("see /today and a/b or /why").entities())
                .containsExactly(new Entity("bot_command", 4, 6, ""), new Entity("bot_command", 22, 4, ""));
    }
}
