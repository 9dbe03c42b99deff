package org.panfeng.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.panfeng.chat.DayPicker.Mark;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

final class DayPickerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 2);
    private static final DayPicker PICKER = new DayPicker(
            FIRST, LAST, DayPickerTest::mark, date -> "leave:on:" + date, month -> "leave:month:" + month);

    private static Mark mark(LocalDate date) {
        if (date.getDayOfMonth() == 18) {
            return Mark.CHOSEN;
        } else if (date.getDayOfMonth() == 19) {
            return Mark.CLOSED;
        }
        return date.getDayOfWeek().getValue() > 5 ? Mark.OFF : Mark.STUDY;
    }

    private static String look(Keyboard keyboard) {
        return keyboard.rows().stream()
                .map(row -> row.stream().map(Button::label).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> data(Keyboard keyboard, int row) {
        return keyboard.rows().get(row).stream().map(Button::data).toList();
    }

    @Test
    void aMonthIsALeafOfSevenColumnsFromMondayToSundayAndLeavesOutWeeksThatAreOver() {
        assertThat(look(PICKER.leaf(YearMonth.of(2026, 11), Language.EN))).isEqualTo("""
                · Nov 2026 ›
                Mo Tu We Th Fr Sa Su
                16 17 ✓18 · 20 (21) (22)
                23 24 25 26 27 (28) (29)
                30 · · · · · ·""");
    }

    @Test
    void theLeafSpeaksChineseAndTurnsBothWaysWithinTheRange() {
        assertThat(look(PICKER.leaf(YearMonth.of(2026, 12), Language.ZH))).startsWith("""
                ‹ 2026年12月 ›
                一 二 三 四 五 六 日
                · 1 2 3 4 (5) (6)
                """);
    }

    @Test
    void theLastMonthTurnsOnlyBack() {
        assertThat(look(PICKER.leaf(YearMonth.of(2027, 1), Language.ZH))).isEqualTo("""
                ‹ 2027年1月 ·
                一 二 三 四 五 六 日
                · · · · 1 (2) ·""");
    }

    @Test
    void aMonthOutsideTheRangeGivesWayToTheNearest() {
        assertThat(PICKER.leaf(YearMonth.of(2020, 1), Language.EN))
                .isEqualTo(PICKER.leaf(YearMonth.of(2026, 11), Language.EN));
        assertThat(PICKER.leaf(YearMonth.of(2030, 1), Language.EN))
                .isEqualTo(PICKER.leaf(YearMonth.of(2027, 1), Language.EN));
    }

    @Test
    void theButtonsCarryTheirDatesAndMonths() {
        Keyboard leaf = PICKER.leaf(YearMonth.of(2026, 12), Language.EN);
        assertThat(data(leaf, 0)).containsExactly("leave:month:2026-11", "inert:label", "leave:month:2027-01");
        assertThat(data(leaf, 2))
                .startsWith("inert:label", "leave:on:2026-12-01")
                .endsWith("leave:on:2026-12-06");
    }

    @Test
    void theDataIsReadBackAndNothingElseIs() {
        assertThat(ButtonData.of("leave:2026-12-01:2027-01").date(0)).isEqualTo("2026-12-01");
        assertThat(ButtonData.of("leave:2026-12-01:2027-01").month(1)).isEqualTo(YearMonth.of(2027, 1));
        for (String wrong : List.of("", "2026-02-30", "+99999-01-01", "2026-13-01", "2026-12", "x")) {
            ButtonData data = ButtonData.of("leave:" + wrong);
            assertThatThrownBy(() -> data.date(0)).isInstanceOf(ButtonData.Malformed.class);
        }
        for (String wrong : List.of("", "2026-13", "2026-12-01", "x")) {
            ButtonData data = ButtonData.of("leave:" + wrong);
            assertThatThrownBy(() -> data.month(0)).isInstanceOf(ButtonData.Malformed.class);
        }
    }

    @Test
    void aRangeTheWrongWayRoundIsAMistake() {
        assertThatThrownBy(() -> new DayPicker(LAST, FIRST, DayPickerTest::mark, date -> "a", month -> "b"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
