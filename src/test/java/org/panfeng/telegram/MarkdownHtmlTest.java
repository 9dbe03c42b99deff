package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownHtmlTest {
    private static final int LIMIT = 4096;
    private static final String READING = """
            夏季**不低于** `26℃`，冬季*不高于* 20℃，
            见[条例](https://www.gov.cn/?a=1&b=2)。

            ## 为什么 `26`

            1. 省电
            2. 健康
               - 温差小
               - 少感冒

            | 季节 | 温度 |
            |---|--:|
            | 夏季 | ≥ 26℃ |
            | 冬 | ≤ 20℃ |

            > 节约光荣。
            >
            > > 浪费可耻。

            ---

            ```
            if (t < 26) off();
            ```
            """;

    @Test
    void aReadingBecomesRichHtml() {
        assertThat(MarkdownHtml.rich(READING).replaceAll("(?<=</(p|h2|li|ol|ul|tr|table|blockquote|pre)>|<hr>)", "\n"))
                .isEqualTo("""
                        <p>夏季<b>不低于</b> <code>26℃</code>，冬季<i>不高于</i> 20℃，见<a href="https://www.gov.cn/?a=1&amp;b=2">条例</a>。</p>
                        <h2>为什么 <code>26</code></h2>
                        <ol><li>省电</li>
                        <li>健康<ul><li>温差小</li>
                        <li>少感冒</li>
                        </ul>
                        </li>
                        </ol>
                        <table><tr><th>季节</th><th>温度</th></tr>
                        <tr><td>夏季</td><td>≥ 26℃</td></tr>
                        <tr><td>冬</td><td>≤ 20℃</td></tr>
                        </table>
                        <blockquote><p>节约光荣。</p>
                        <blockquote><p>浪费可耻。</p>
                        </blockquote>
                        </blockquote>
                        <hr>
                        <pre>if (t &lt; 26) off();</pre>
                        """);
    }

    @Test
    void aReadingBecomesOnePlainPage() {
        assertThat(MarkdownHtml.pages(READING, LIMIT)).containsExactly("""
                        夏季<b>不低于</b> <code>26℃</code>，冬季<i>不高于</i> 20℃，见<a href="https://www.gov.cn/?a=1&amp;b=2">条例</a>。

                        <b>为什么 26</b>

                        1. 省电
                        2. 健康
                           • 温差小
                           • 少感冒

                        <pre>季节   温度
                        ────  ─────
                        夏季  ≥ 26℃
                        冬    ≤ 20℃</pre>

                        <blockquote>节约光荣。
                        浪费可耻。</blockquote>

                        ———

                        <pre>if (t &lt; 26) off();</pre>""");
    }

    @Test
    void aPictureThatComesWithTheMessageStandsInItsPlace() {
        String markdown = "a\n\n![b & *c*](b.png)\n\n![d](d.png)\n\n- ![e](b.png)";
        assertThat(MarkdownHtml.rich(markdown, Map.of("b.png", "file1")))
                .isEqualTo(
                        "<p>a</p><figure><img src=\"tg://photo?id=file1\"/><figcaption>b &amp; c</figcaption></figure>"
                                + "<p><i>d</i></p><ul><li><i>e</i></li></ul>");
        assertThat(MarkdownHtml.pictures(markdown))
                .containsExactly(new Picture("b.png", "b & c"), new Picture("d.png", "d"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    a < b & c > d          | a &lt; b &amp; c &gt; d
                    <b>bold</b>            | &lt;b&gt;bold&lt;/b&gt;
                    <script>x</script>     | &lt;script&gt;x&lt;/script&gt;
                    [x](javascript:alert)  | x
                    [a](https://b/?q="c)   | <a href="https://b/?q=&quot;c">a</a>
                    **a `b` c**            | <b>a b c</b>
                    ![picture](a.png)      | <i>picture</i>
                    [list](a.en.pdf)       | 📎 list
                    """)
    void whatIsNoMarkdownIsShownAsItIs(String markdown, String html) {
        assertThat(MarkdownHtml.pages(markdown, LIMIT)).containsExactly(html);
        assertThat(MarkdownHtml.rich(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @Test
    void aLineThatGoesOnNeedsASpaceOnlyBetweenWords() {
        assertThat(MarkdownHtml.pages("one\ntwo", LIMIT)).containsExactly("one two");
        assertThat(MarkdownHtml.pages("一、\n二", LIMIT)).containsExactly("一、二");
        assertThat(MarkdownHtml.pages("one  \ntwo", LIMIT)).containsExactly("one\ntwo");
        assertThat(MarkdownHtml.rich("one  \ntwo")).isEqualTo("<p>one<br>two</p>");
    }

    @Test
    void anItemMayHaveParagraphs() {
        assertThat(MarkdownHtml.rich("- a\n\n  b")).isEqualTo("<ul><li>a<br>b</li></ul>");
        assertThat(MarkdownHtml.pages("- a\n\n  b", LIMIT)).containsExactly("• a\nb");
        assertThat(MarkdownHtml.pages("7. a\n8. b", LIMIT)).containsExactly("7. a\n8. b");
    }

    @Test
    void nothingIsNoPage() {
        assertThat(MarkdownHtml.pages("", LIMIT)).isEmpty();
        assertThat(MarkdownHtml.rich("")).isEmpty();
    }

    @Test
    void pagesEndBetweenBlocks() {
        String block = "字".repeat(90);
        assertThat(MarkdownHtml.pages(block + "\n\n" + block + "\n\n" + block, 200))
                .containsExactly(block + "\n\n" + block, block);
    }

    @Test
    void aHeadingStaysWithWhatFollowsIt() {
        String block = "字".repeat(90);
        assertThat(MarkdownHtml.pages(block + "\n\n## 题\n\n" + block, 184))
                .containsExactly(block, "<b>题</b>\n\n" + block);
    }

    @Test
    void aLongTableIsCutBetweenItsRowsAndStaysATable() {
        String table = "| a | b |\n|---|---|\n" + "| one | two |\n".repeat(30);
        List<String> pages = MarkdownHtml.pages(table, 100);
        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page)
                        .startsWith("<pre>")
                        .endsWith("</pre>")
                        .doesNotContainPattern("(?m)^(on|ne|tw|wo)\\b"));
    }

    @Test
    void aLongParagraphIsCutAfterASentenceWithItsTagsClosed() {
        assertThat(MarkdownHtml.pages("**" + "节约能源，人人有责。".repeat(4) + "**", 25))
                .containsExactly("<b>节约能源，人人有责。节约能源，人人有责。</b>", "<b>节约能源，人人有责。节约能源，人人有责。</b>");
    }

    @Test
    void charactersAreCountedAfterEntitiesAndNeverHalved() {
        assertThat(HtmlPages.length("<a href=\"https://x\">a&amp;b</a>😀")).isEqualTo(5);
        assertThat(MarkdownHtml.pages("😀".repeat(5), 5)).containsExactly("😀😀", "😀😀", "😀");
        assertThat(MarkdownHtml.pages("&".repeat(5), 3)).containsExactly("&amp;&amp;&amp;", "&amp;&amp;");
    }

    /** Whatever is written: no page is too long, every tag is closed in its page, and no character is lost. */
    @Test
    void anyMarkdownIsCutIntoPagesThatTelegramTakes() {
        Random random = new Random(20260101);
        for (int run = 0; run < 300; run++) {
            String markdown = markdown(random);
            int limit = 40 + random.nextInt(400);
            List<String> pages = MarkdownHtml.pages(markdown, limit);
            String whole = String.join("", MarkdownHtml.pages(markdown, 1_000_000));
            assertThat(letters(String.join("", pages))).isEqualTo(letters(whole));
            assertThat(pages).allSatisfy(page -> {
                assertThat(HtmlPages.length(page)).isLessThanOrEqualTo(limit);
                assertThat(unclosed(page)).isEmpty();
            });
        }
    }

    private static String markdown(Random random) {
        List<String> blocks = List.of(
                "## 标题 & more",
                "一段**粗体，*斜体*，`code`** 和 [链接](https://a.b/?c&d)。".repeat(1 + random.nextInt(9)),
                "plain words < and > signs 😀 ".repeat(1 + random.nextInt(20)),
                "- one\n- two **bold**\n  1. three\n  2. four\n",
                "> 引用 *of* words\n>\n> > nested\n",
                "| a | 表格 |\n|---|--:|\n" + "| `x` | <y> & z |\n".repeat(1 + random.nextInt(20)),
                "```\nx < y\n\nz\n```",
                "---");
        StringBuilder markdown = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            markdown.append(blocks.get(random.nextInt(blocks.size()))).append("\n\n");
        }
        return markdown.toString();
    }

    private static String letters(String html) {
        return html.replaceAll("<[^>]*>|\\s", "");
    }

    private static Deque<String> unclosed(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)(\\w+)[^>]*>").matcher(html);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertThat(open.pop()).isEqualTo(tags.group(2));
            }
        }
        return open;
    }
}
