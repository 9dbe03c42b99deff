package org.panfeng.picture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.Golden;
import org.panfeng.chat.Language;

/** The heat map as people see it: a picture for each sample year, and the words in it line by line. */
class GoldenHeatMapTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    /** Each Java smooths edges in its own way, by less than this of 255 ... */
    private static final int EDGE = 40;
    /** ... but for some pixels; the mark in a single day has more. */
    private static final int STRAY = 30;

    @ParameterizedTest
    @EnumSource
    void thePicturesAreAsTheyWere(Language language) throws IOException, CannotDraw {
        for (Map.Entry<String, HeatMap> year : SampleYears.all(language).entrySet()) {
            Path file = FOLDER.resolve("heat-map-%s.%s.png".formatted(year.getKey(), language.code()));
            byte[] png = year.getValue().png();
            if ("update".equals(System.getProperty("golden"))) {
                Files.write(file, png);
            }
            assertThat(different(read(png), read(Files.readAllBytes(file)), EDGE))
                    .as("pixels that differ from %s; -Dgolden=update writes it anew, then look at it", file)
                    .isLessThan(STRAY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWordsAreAsTheyWere(Language language) throws Exception {
        StringBuilder story = new StringBuilder();
        for (Map.Entry<String, HeatMap> year : SampleYears.all(language).entrySet()) {
            List<Pen.Written> words = YearSheet.draw(year.getValue()).words();
            story.append("━━━ heat-map-%s.%s.png ━━━\n\n".formatted(year.getKey(), language.code()));
            story.append(lines(words)).append("\n\n");
        }
        Golden.check("heat-map." + language.code() + ".txt", story.toString());
    }

    private static String lines(List<Pen.Written> words) {
        Map<Long, List<Pen.Written>> byHeight =
                words.stream().collect(groupingBy(word -> Math.round(word.baseline()), TreeMap::new, toList()));
        return byHeight.values().stream().map(GoldenHeatMapTest::line).collect(joining("\n"));
    }

    private static String line(List<Pen.Written> words) {
        return words.stream()
                .sorted(Comparator.comparingDouble(word -> word.box().getX()))
                .map(Pen.Written::text)
                .collect(joining(" "));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** How many pixels are further apart. */
    static int different(BufferedImage one, BufferedImage other, int apart) {
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += distance(one.getRGB(x, y), other.getRGB(x, y)) > apart ? 1 : 0;
            }
        }
        return different;
    }

    /** The greatest difference of red, green or blue. */
    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return most;
    }
}
