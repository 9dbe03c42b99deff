package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panfeng.chat.Language;

class LessonsTest {
    private static final String CHINESE = """
            ---
            theme: standards
            minutes: 3
            source: 《公共机构节能条例》（国务院令第531号，2008年）
            ---
            # 空调开对了

            夏季**不低于** 26℃。

            | 季节 | 温度 |
            |---|---|
            | 夏 | 26℃ |

            ## 测验

            ### 夏季一般不低于多少？
            - [ ] 24℃
            - [x] 26℃
            - [ ] 28℃

            > 为什么：条例第三十八条。
            >
            > 每高 1℃ 省电。

            ### 判断：下班前应当关空调。
            - [x] 对
            - [ ] 错

            > 是的。

            ### 哪些做法省电？
            - [x] 关窗
            - [x] 拉上窗帘
            - [ ] 开门

            > 门窗都要关。

            ### 夏季最低多少度？
            = 26 | 26度 | 二十六

            > 二十六度。
            """;

    private static final String ENGLISH = """
            ---
            theme: standards
            minutes: 4
            ---
            # Set the air conditioning right

            In summer not below 26℃.

            ## Quiz

            ### What is the lowest setting in summer?
            - [ ] 24℃
            - [x] 26℃
            - [ ] 28℃

            > Article 38.

            ### True or false: switch it off when you leave.
            - [x] True
            - [ ] False

            > Yes.

            ### What saves power?
            - [x] Closed windows
            - [x] Drawn curtains
            - [ ] An open door

            > Close both.

            ### The lowest setting in summer?
            = 26 | 26 degrees

            > 26 degrees.
            """;

    @TempDir
    Path config;

    @Test
    void aLessonIsReadInBothLanguages() throws IOException {
        write("01-air-conditioning.zh.md", CHINESE);
        write("01-air-conditioning.en.md", ENGLISH);
        Lesson lesson = onlyLesson();
        assertThat(lesson.id()).isEqualTo("01-air-conditioning");
        assertThat(lesson.theme()).isEqualTo(Theme.STANDARDS);
        assertThat(lesson.minutes()).isEqualTo(3);
        assertThat(lesson.in(Language.ZH)).isEqualTo(new Lesson.Reading("空调开对了", """
                        夏季**不低于** 26℃。

                        | 季节 | 温度 |
                        |---|---|
                        | 夏 | 26℃ |""", "《公共机构节能条例》（国务院令第531号，2008年）"));
        assertThat(lesson.in(Language.EN).title()).isEqualTo("Set the air conditioning right");
        assertThat(lesson.in(Language.EN).source()).isEmpty();
    }

    @Test
    void eachKindOfQuestionIsToldByItsAnswers() throws IOException {
        write("01-air-conditioning.zh.md", CHINESE);
        write("01-air-conditioning.en.md", ENGLISH);
        List<Question> questions = onlyLesson().questions();
        assertThat(questions).hasSize(4);
        assertThat(questions.get(0)).isInstanceOfSatisfying(Question.SingleChoice.class, single -> {
            assertThat(single.right()).isEqualTo(1);
            assertThat(single.in(Language.ZH))
                    .isEqualTo(new Question.Wording(
                            "夏季一般不低于多少？", List.of("24℃", "26℃", "28℃"), "为什么：条例第三十八条。\n每高 1℃ 省电。"));
            assertThat(single.in(Language.EN).prompt()).isEqualTo("What is the lowest setting in summer?");
        });
        assertThat(questions.get(1)).isInstanceOfSatisfying(Question.TrueFalse.class, statement -> {
            assertThat(statement.right()).isTrue();
            assertThat(statement.in(Language.ZH).options()).isEmpty();
        });
        assertThat(questions.get(2))
                .isInstanceOfSatisfying(
                        Question.MultipleChoice.class,
                        multiple -> assertThat(multiple.right()).isEqualTo(Set.of(0, 1)));
        assertThat(questions.get(3)).isInstanceOfSatisfying(Question.ShortAnswer.class, typed -> {
            assertThat(typed.accepts("２６ 度")).isTrue();
            assertThat(typed.accepts("26 degrees")).isTrue();
            assertThat(typed.accepts("24")).isFalse();
        });
    }

    @Test
    void aFalseStatementIsFalse() throws IOException {
        write("01-a.zh.md", CHINESE.replace("- [x] 对\n- [ ] 错", "- [ ] 对\n- [x] 错"));
        assertThat(onlyLesson().questions().get(1))
                .isInstanceOfSatisfying(
                        Question.TrueFalse.class,
                        statement -> assertThat(statement.right()).isFalse());
    }

    @Test
    void lessonsComeInTheOrderOfTheirNumbers() throws IOException {
        write("10-last.zh.md", CHINESE);
        write("2-middle.en.md", ENGLISH);
        write("01-first.zh.md", CHINESE);
        write("README.md", "what this folder holds");
        assertThat(load().findings()).isEmpty();
        assertThat(load().lessons()).extracting(Lesson::id).containsExactly("01-first", "2-middle", "10-last");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreNoMistake() throws IOException {
        write("01-a.zh.md", "\uFEFF" + CHINESE.replace("\n", "\r\n"));
        write("02-b.zh.md", CHINESE.replace("\n", "\r\n").replace("- [ ] 24℃", "- 24℃"));
        assertThat(problems())
                .containsExactly("02-b.zh.md:17: an option is one line `- [ ] …`, the right one `- [x] …`");
    }

    @Test
    void aLessonWithAMistakeIsLeftOutAndTheOthersStay() throws IOException {
        write("01-a.zh.md", CHINESE.replace("theme: standards", "theme: standard"));
        write("02-b.zh.md", CHINESE);
        assertThat(load().lessons()).extracting(Lesson::id).containsExactly("02-b");
        assertThat(problems())
                .containsExactly("01-a.zh.md:2: \"standard\" is no theme; there are: innovation, conduct, ability,"
                        + " standards. Did you mean \"standards\"?");
    }

    /** One thing is changed in a lesson that is right; the finding names the line and what would be right. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '"', textBlock = """
                    minutes: 3          ¦ minute: 3              ¦ :3: "minute" is no key of a lesson; there are: theme, minutes, source. Did you mean "minutes"?
                    minutes: 3          ¦ minutes: three         ¦ :3: "three" are no minutes; write a number from 1 to 60
                    minutes: 3          ¦ minutes: 61            ¦ :3: "61" are no minutes; write a number from 1 to 60
                    minutes: 3          ¦ #                      ¦ :1: the reading time is missing; write for example `minutes: 3`
                    theme: standards    ¦ #                      ¦ :1: the theme is missing; write `theme: …`; there are: innovation, conduct, ability, standards
                    minutes: 3          ¦ theme: conduct         ¦ :3: "theme" is set a second time, after line 2
                    source: 《          ¦ source: law: 《        ¦ :4: is no YAML: mapping values are not allowed here; check the indentation, and put a value that contains ": " in quotes
                    # 空调开对了        ¦ 空调开对了             ¦ :6: the title is missing; the lesson begins with `# …` below the `---`
                    # 空调开对了        ¦ # 空调\\n\\n# 开对了   ¦ :8: a lesson has one title; write headings within it as `## …`
                    ## 测验             ¦ ## 小测                ¦ :44: the quiz is missing; write `## 测验` and below it the questions
                    夏季**不低于**      ¦ <b>夏季</b>            ¦ :8: HTML is not shown; write it in Markdown, and a `<` that is meant as such as `\\<`
                    夏季**不低于**      ¦ ![夏季](a.png)         ¦ :8: a picture stands in a paragraph of its own, in the reading: `![description](01-name.en.png)` and nothing else
                    夏季**不低于**      ¦ [夏季](02-b.zh.md)     ¦ :8: the link "02-b.zh.md" leads nowhere in a chat; write it with https://, or a document in a paragraph of its own, in the reading
                    - [x] 26℃           ¦ - [ ] 26℃              ¦ :16: no option is right; mark the right one `- [x] …`
                    - [ ] 错            ¦ - [x] 错               ¦ :25: all options are marked as right; at least one must be wrong
                    - [x] 对            ¦ - [x] 错               ¦ :25: the option "错" stands there twice
                    - [x] 对\\n- [ ] 错 ¦ - [ ] 错\\n- [x] 对    ¦ :25: "对" comes before "错"
                    - [ ] 28℃           ¦ - [ ] 24℃              ¦ :16: the option "24℃" stands there twice
                    - [ ] 28℃           ¦ 1. [ ] 28℃             ¦ :19: options are a list of `- [ ] …`, without numbers
                    - [ ] 28℃           ¦ * [ ] 28℃              ¦ :19: this question has a second list of options; a prompt begins with `###`
                    - [ ] 28℃           ¦ - 28℃                  ¦ :19: an option is one line `- [ ] …`, the right one `- [x] …`
                    - [ ] 28℃           ¦ - [ ]                  ¦ :19: an option is one line `- [ ] …`, the right one `- [x] …`
                    - [x] 对\\n- [ ] 错 ¦ - [x] 对               ¦ :25: the question has 1 options; 2 to 6 are possible
                    - [x] 对\\n- [ ] 错 ¦ ""                     ¦ :25: the question has no answer; write options `- [ ] …` or a typed answer `= …`
                    > 是的。            ¦ ""                     ¦ :25: the explanation is missing; write below the answers `> …`: why the right answer is right
                    > 是的。            ¦ 是的。\\n\\n> 是的。   ¦ :29: this is no part of a question; options look like `- [ ] …`, typed answers like `= 26 | 26度`, the explanation like `> …`
                    > 是的。            ¦ = 是\\n\\n> 是的。     ¦ :25: the question has both options and a typed answer; keep one of them
                    = 26 |            ¦ = |                  ¦ :39: an accepted answer is empty; write for example `= 26 | 26度`
                    ### 判断：下班前应当关空调。 ¦ ###           ¦ :25: the prompt is empty; write `### …`
                    ### 判断：          ¦ ## 判断：              ¦ :25: in the quiz every heading is a prompt of the third level: `### …`
                    ## 测验             ¦ ## 测验\\n\\n请回答。  ¦ :16: nothing may stand between the quiz heading and the first prompt (`### …`)
                    """)
    void aMistakeIsNamedWithItsLine(String right, String wrong, String finding) throws IOException {
        String changed =
                CHINESE.replaceFirst(Pattern.quote(text(right)), text(wrong).replace("\\", "\\\\"));
        assertThat(changed).isNotEqualTo(CHINESE);
        write("01-a.zh.md", changed);
        assertThat(problems()).containsExactly("01-a.zh.md" + text(finding));
        assertThat(load().lessons()).isEmpty();
    }

    private static String text(String cell) {
        return cell.replace("\\n", "\n").replace("\\\\", "\\");
    }

    @Test
    void allMistakesAreNamedAtOnce() throws IOException {
        write("01-a.zh.md", """
                ---
                theme: conduct
                ---
                # 标题

                正文<br>。

                ## 测验

                ### 一？
                - [ ] 甲
                - [ ] 乙

                > 因为。

                ### 二？
                - [x] 甲
                - [ ] 乙
                """);
        write("02_b.zh.md", CHINESE);
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "01-a.zh.md:1: the reading time is missing; write for example `minutes: 3`",
                        "01-a.zh.md:6: HTML is not shown; write it in Markdown, and a `<` that is meant as such as `\\<`",
                        "01-a.zh.md:10: no option is right; mark the right one `- [x] …`",
                        "01-a.zh.md:16: the explanation is missing; write below the answers `> …`:"
                                + " why the right answer is right",
                        "02_b.zh.md: is no name of a lesson; write for example 01-air-conditioning.zh.md");
    }

    @Test
    void whatDoesNotFitIntoAChatIsNamed() throws IOException {
        write("01-title.zh.md", CHINESE.replace("# 空调开对了", "# " + "空".repeat(121)));
        write("02-prompt.zh.md", CHINESE.replace("夏季一般不低于多少", "夏".repeat(300)));
        write("03-option.zh.md", CHINESE.replace("- [ ] 28℃", "- [ ] " + "热".repeat(101)));
        write("04-why.zh.md", CHINESE.replace("> 是的。", "> " + "是".repeat(601)));
        write("05-reading.zh.md", CHINESE.replace("夏季**不低于**", "夏".repeat(30_000)));
        write("06-reading.zh.md", CHINESE.replaceFirst("(?s)夏季\\*\\*.*?## 测验", "## 测验"));
        write(
                "07-columns.zh.md",
                CHINESE.replace("|---|---|", "|---".repeat(21) + "|").replace("| 季节 | 温度 |", "| 季".repeat(21) + "|"));
        write("08-options.zh.md", CHINESE.replace("- [ ] 28℃", "- [ ] 1\n- [ ] 2\n- [ ] 3\n- [ ] 4\n- [ ] 5"));
        assertThat(problems())
                .containsExactly(
                        "01-title.zh.md:6: the title has 121 characters; 1 to 120 are possible",
                        "02-prompt.zh.md:16: the prompt has 301 characters; 300 are possible",
                        "03-option.zh.md:19: the option has 101 characters; 100 are possible",
                        "04-why.zh.md:29: the explanation has 601 characters; 600 are possible",
                        "05-reading.zh.md:6: the reading below has 30040 characters; 1 to 30000 are possible",
                        "06-reading.zh.md:6: the reading below has 0 characters; 1 to 30000 are possible",
                        "07-columns.zh.md:10: the table has 21 columns; 20 are possible",
                        "08-options.zh.md:16: the question has 7 options; 2 to 6 are possible");
    }

    @Test
    void aFrontMatterThatIsNotThereOrNotClosedIsNamed() throws IOException {
        write("01-a.zh.md", CHINESE.substring(4));
        write("02-b.zh.md", CHINESE.replaceFirst("2008年）\n---", "2008年）"));
        assertThat(problems())
                .containsExactly(
                        "01-a.zh.md:1: a lesson begins with `---`, `theme: …`, `minutes: …` and again `---`",
                        "02-b.zh.md:1: the `---` here is never closed; write `---` below the last `key: value`");
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        write("01-a.zh.md", "");
        write("02-b.zh.md", "");
        Files.write(programme().resolve("02-b.zh.md"), CHINESE.getBytes("GB18030"));
        assertThat(problems())
                .containsExactly(
                        "01-a.zh.md: is empty",
                        "02-b.zh.md:4: is not UTF-8 here; save the file with the encoding UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    theme: standards | theme: conduct  | :2: the theme is not the same as at FILE:2
                    - [ ] 28℃        | ''              | :11: question 1 has 2 options and not 3 as at FILE:16
                    - [ ] 28℃        | - [x] 28℃       | :11: question 1 is a multiple choice and not a single choice as at FILE:16
                    - [x] True       | - [x] Yes       | :18: question 2 is a single choice and not true or false as at FILE:25
                    > Article 38.    | '> Art.\n\n### More?\n= 1\n\n> Yes.\n'  | :37: the quiz has 5 questions and not 4 as at FILE:38
                    """)
    void whereTheLanguagesDisagreeBothPlacesAreNamed(String right, String wrong, String finding) throws IOException {
        write("01-a.zh.md", CHINESE);
        write("01-a.en.md", ENGLISH.replace(right, text(wrong)));
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith(text(finding)
                        .replace("FILE", programme().resolve("01-a.zh.md").toString()));
        assertThat(load().lessons()).isEmpty();
    }

    @Test
    void languagesThatMarkDifferentOptionsDisagree() throws IOException {
        write("01-a.zh.md", CHINESE);
        write("01-a.en.md", ENGLISH.replace("[ ] 24", "[x] 24").replace("[x] 26", "[ ] 26"));
        assertThat(problems()).singleElement().asString().contains("01-a.en.md:11: question 1 does not have the same");
    }

    @Test
    void anUnknownProgrammeListsThoseThereAre() throws IOException {
        write("01-a.zh.md", CHINESE);
        Lessons.Loaded loaded = Lessons.load("../sampel", config);
        assertThat(loaded.findings())
                .singleElement()
                .asString()
                .startsWith(config.resolve("programmes") + ": there is no programme \"../sampel\"; there are: ")
                .contains("sample");
    }

    @Test
    void theShippedProgrammeHasNoMistakeAndBothLanguages() {
        Lessons.Loaded office = Lessons.load("office", config);
        assertThat(office.findings()).isEmpty();
        assertThat(office.lessons())
                .isNotEmpty()
                .allSatisfy(lesson -> assertThat(lesson.readings()).containsOnlyKeys(Language.ZH, Language.EN));
    }

    /** Lines are lost, doubled and mixed up as by a hasty hand; the reader may find fault with all of it but must not break down. */
    @Test
    void whateverIsWrittenIsReadOrFoundFaultWith() {
        Random random = new Random(531);
        List<String> lines = Stream.concat(
                        CHINESE.lines(),
                        Stream.of(
                                "---",
                                "===",
                                "[x]: https://a.b",
                                "- ",
                                "> ",
                                "# ",
                                "![x](y.png)",
                                "[x](y.pdf)",
                                "= ",
                                "```",
                                "|",
                                "<!--",
                                "\t1. a",
                                "&*x"))
                .toList();
        for (int run = 0; run < 2000; run++) {
            List<String> written = new ArrayList<>(CHINESE.lines().toList());
            for (int change = random.nextInt(6); change >= 0; change--) {
                written.set(random.nextInt(written.size()), lines.get(random.nextInt(lines.size())));
                written.remove(random.nextInt(written.size()));
            }
            TextFile file = new TextFile("01-a.zh.md", "01-a.zh.md", String.join("\n", written));
            List<Finding> findings = new ArrayList<>();
            assertThatCode(() -> LessonFile.read(file, Language.ZH, new MediaFolder(config), findings))
                    .as(file.text())
                    .doesNotThrowAnyException();
            assertThat(findings)
                    .as(file.text())
                    .allSatisfy(finding -> assertThat(finding.line()).isBetween(1, written.size() + 1));
        }
    }

    private Lesson onlyLesson() {
        assertThat(problems()).isEmpty();
        assertThat(load().lessons()).hasSize(1);
        return load().lessons().get(0);
    }

    private Lessons.Loaded load() {
        return Lessons.load("sample", config);
    }

    /** The findings, with the folder left out of the place they begin with. */
    private List<String> problems() {
        return load().findings().stream()
                .map(finding ->
                        finding.toString().substring(programme().toString().length() + 1))
                .toList();
    }

    private Path programme() {
        return config.resolve("programmes/sample");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(programme());
        Files.writeString(programme().resolve(name), text);
    }
}
