package org.panfeng.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;

/** What the picture is like, whatever the year. */
class HeatMapTest {
    @ParameterizedTest
    @EnumSource
    void itIsAPhonesPicture(Language language) throws IOException, CannotDraw {
        for (HeatMap year : SampleYears.all(language).values()) {
            byte[] png = year.png();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(png.length).isLessThan(120_000);
            assertThat(image.getWidth()).isEqualTo(1080);
            assertThat(image.getHeight()).isBetween(1500, 1750);
            assertThat(image.getColorModel().hasAlpha()).isFalse();
        }
    }

    @Test
    void theSameYearGivesTheSameBytes() throws CannotDraw {
        assertThat(SampleYears.full(Language.ZH).png())
                .isEqualTo(SampleYears.full(Language.ZH).png());
    }

    @Test
    void thePaletteCostsNoColour() throws Exception {
        HeatMap year = SampleYears.full(Language.EN);
        BufferedImage drawn = YearSheet.draw(year).image();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(year.png()));
        assertThat(GoldenHeatMapTest.different(drawn, read, 40)).isZero();
        assertThat(GoldenHeatMapTest.different(drawn, read, 10)).isLessThan(1000);
    }

    @Test
    void eachDayOfTwelveMonthsIsAskedForOnce() throws CannotDraw {
        List<LocalDate> asked = new ArrayList<>();
        LocalDate today = LocalDate.parse("2028-02-29");
        new HeatMap(
                        Language.ZH,
                        today,
                        day -> {
                            asked.add(day);
                            return Shade.DONE;
                        },
                        1,
                        1,
                        0,
                        List.of(),
                        5)
                .png();
        assertThat(asked)
                .isEqualTo(LocalDate.parse("2027-03-01")
                        .datesUntil(LocalDate.parse("2028-03-01"))
                        .toList());
    }

    /** With each month as the last, since each has its own height, and with figures longer than there can be. */
    @ParameterizedTest
    @EnumSource
    void noWordsAreCutOffOrOverlap(Language language) throws Exception {
        List<Integer> reached = List.of(5, 10, 20, 50, 100, 200, 300, 500, 1000, 2000, 3000);
        for (int month = 1; month <= 12; month++) {
            LocalDate today = LocalDate.of(2026, month, 15);
            HeatMap year = new HeatMap(language, today, day -> Shade.DONE, 12_345, 112_345, 2, reached, 20_000);
            assertApart(YearSheet.draw(year));
        }
        for (HeatMap year : SampleYears.all(language).values()) {
            assertApart(YearSheet.draw(year));
        }
    }

    private static void assertApart(YearSheet.Drawn drawn) {
        int margin = YearSheet.MARGIN - 6;
        int width = drawn.image().getWidth() - 2 * margin;
        Rectangle2D card =
                new Rectangle2D.Double(margin, 20, width, drawn.image().getHeight() - 40.0);
        List<Pen.Written> words = drawn.words();
        for (Pen.Written word : words) {
            assertThat(card.contains(word.box())).as(word.toString()).isTrue();
            assertThat(words)
                    .filteredOn(other -> other != word && other.box().intersects(word.box()))
                    .as(word.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCharacterIsInTheFont(Language language) throws Exception {
        Font font = Typeface.font();
        for (Pen.Written word : YearSheet.draw(SampleYears.full(language)).words()) {
            assertThat(font.canDisplayUpTo(word.text())).as(word.text()).isEqualTo(-1);
        }
    }

    @Test
    void chineseIsReallyDrawn() throws Exception {
        Font font = Typeface.font().deriveFont(100f);
        assertThat(font.getFamily(Locale.ENGLISH)).isEqualTo("WenQuanYi Micro Hei");
        assertThat(inked(font, "学")).isNotEqualTo(inked(font, "习")).isNotEqualTo(inked(font, "\uE123"));
        assertThat(inked(font, "学").getWidth()).isBetween(80.0, 100.0);
    }

    private static Rectangle2D inked(Font font, String text) {
        return font.createGlyphVector(new FontRenderContext(null, true, true), text)
                .getVisualBounds();
    }

    /** A font is read by way of a file, so where none can be written nothing can be drawn. */
    @Test
    void whereJavaCannotDrawTheCallerHearsOfIt() throws IOException, InterruptedException {
        assertThat(drawing("-Djava.io.tmpdir=/nowhere")).contains("No picture could be drawn: ");
    }

    /** As somebody leaves it behind who starts the bot by hand on a server. */
    @Test
    void aScreenThatIsNotThereIsNotLookedFor() throws IOException, InterruptedException {
        assertThat(drawing("-showversion")).contains("bytes were drawn");
    }

    private static String drawing(String option) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                place(HeatMap.class) + File.pathSeparator + place(HeatMapTest.class),
                Draws.class.getName());
        java.environment().put("DISPLAY", "127.0.0.1:77");
        Process drawing = java.redirectErrorStream(true).start();
        String said = new String(drawing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(drawing.waitFor()).as(said).isZero();
        return said;
    }

    private static String place(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Draws in a process of its own and says why it could not. */
    static final class Draws {
        private Draws() {}

        public static void main(String[] args) {
            try {
                System.out.println(SampleYears.full(Language.ZH).png().length + " bytes were drawn");
            } catch (CannotDraw e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void figuresThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> with(-1, 0, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> with(2, 1, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> with(0, 0, -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> with(5, 5, 0, 5));
    }

    private static HeatMap with(int current, int longest, int freezes, int next) {
        LocalDate today = LocalDate.parse("2026-11-18");
        return new HeatMap(Language.ZH, today, day -> Shade.DONE, current, longest, freezes, List.of(), next);
    }
}
