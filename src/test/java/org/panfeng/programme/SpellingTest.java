package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KNOWN = List.of("programme.push-at", "programme.remind-at", "telegram.token");

    @Test
    void aSlipOfTheFingersIsRecognised() {
        assertThat(Spelling.nearest("telegram.tokne", KNOWN)).contains("telegram.token");
        assertThat(Spelling.nearest("Telegram.Token", KNOWN)).contains("telegram.token");
        assertThat(Spelling.nearest("programme.push_at", KNOWN)).contains("programme.push-at");
    }

    @Test
    void aWordThatResemblesNothingIsNotGuessedAt() {
        assertThat(Spelling.nearest("colour", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("colour", List.of())).isEmpty();
        assertThat(Spelling.didYouMean("colour", KNOWN)).isEmpty();
    }

    @Test
    void theGuessIsAQuestionToAppend() {
        assertThat(Spelling.didYouMean("telegram.tokn", KNOWN)).isEqualTo(" Did you mean \"telegram.token\"?");
    }
}
