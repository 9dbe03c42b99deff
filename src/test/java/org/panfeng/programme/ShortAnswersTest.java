package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panfeng.chat.Language;

class ShortAnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ２６           | 26
                    26。           | 26
                    26度.          | 26度
                    26 度          | 26度
                    ＡＢＣ         | abc
                    Straße         | STRASSE
                    二十六         | 26
                    二十六度       | 26度
                    十             | 10
                    一百零八       | 108
                    三万五千二百   | 35200
                    二〇二六年     | 2026年
                    两百           | 200
                    1,000          | 1000
                    “节约”，       | 节约
                    《节能 条例》  | 节能条例
                    energy-saving  | Energy saving
                    8：30          | 8:30
                    １００％       | 100%
                    −5             | -5
                    """)
    void answersThatMeanTheSameAreEqual(String typed, String expected) {
        assertThat(ShortAnswers.equal(typed, expected)).isTrue();
        assertThat(ShortAnswers.equal(expected, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2.5   | 25
                    -5    | 5
                    8:30  | 830
                    1/2   | 12
                    26%   | 26
                    24    | 26
                    一般  | 一半
                    """)
    void answersThatMeanSomethingElseAreNot(String typed, String expected) {
        assertThat(ShortAnswers.equal(typed, expected)).isFalse();
    }

    @Test
    void nothingIsNoAnswer() {
        assertThat(ShortAnswers.equal("", "")).isFalse();
        assertThat(ShortAnswers.equal(" 。", "。")).isFalse();
    }

    @Test
    void anAnswerInEitherLanguageIsAccepted() {
        Question.ShortAnswer question = new Question.ShortAnswer(
                Map.of(), Map.of(Language.ZH, List.of("二十六", "26度"), Language.EN, List.of("26 degrees")));
        assertThat(question.accepts(" 26 ")).isTrue();
        assertThat(question.accepts("26度。")).isTrue();
        assertThat(question.accepts("26 Degrees")).isTrue();
        assertThat(question.accepts("28")).isFalse();
    }
}
