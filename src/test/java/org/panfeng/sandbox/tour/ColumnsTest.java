package org.panfeng.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({"abc,3", "攀峰,4", "（一）,6", "✅ 对,5", "✏️,2", "👩‍💻,2", "é,1", "🟩🟥,4"})
    void aChineseCharacterOrAPictureIsAsWideAsTwoLetters(String text, int width) {
        assertThat(Columns.width(text)).isEqualTo(width);
    }

    @Test
    void aLineBreaksBetweenCharactersButNotBeforePunctuationOrInsideAWord() {
        assertThat(Columns.wrapped("一二三四，五", 8)).containsExactly("一二三四，", "五");
        assertThat(Columns.wrapped("一二三“四五”", 8)).containsExactly("一二三", "“四五”");
        assertThat(Columns.wrapped("the quick fox", 11)).containsExactly("the quick", "fox");
        assertThat(Columns.wrapped("incomprehensible", 8)).containsExactly("incompre", "hensible");
    }

    @Test
    void tablesAreAlignedByWhatIsSeen() {
        assertThat(Tables.aligned("名单\n名次 | 姓名 | 天数\n1 | 李四 | 12\n2 | Emma |\n完", 60))
                .containsExactly("名单", "名次  姓名  天数", "────────────────", "   1  李四  12", "   2  Emma", "完");
    }

    @Test
    void theWidestColumnGivesWayWhereATableHasNoRoom() {
        assertThat(Tables.aligned("A | B\n1 | 阿卜杜热合曼艾合买提", 14)).containsExactly("A  B", "──────────────", "1  阿卜杜热合…");
    }
}
