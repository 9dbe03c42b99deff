package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Attachment;

class LessonMediaTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path config;

    @BeforeEach
    void makeTheFolder() throws IOException {
        Files.createDirectories(programme());
    }

    @Test
    void aReadingNamesItsPicturesAndDocuments() throws IOException {
        write("01-bins.en.png", picture("png", 300, 200));
        write("01-bins.jpg", picture("jpg", 30, 20));
        write("01-check.en.pdf", "%PDF".getBytes());
        lesson(
                "![Four *bins*](01-bins.en.png)\n\nText.\n\n![Again](01-bins.jpg)\n\n[Checklist (PDF)](01-check.en.pdf)");
        Lessons.Loaded loaded = load();
        assertThat(loaded.findings()).isEmpty();
        Lesson.Reading reading = loaded.lessons().get(0).in(Language.EN);
        assertThat(reading.pictures()).extracting(Attachment::name).containsExactly("01-bins.en.png", "01-bins.jpg");
        assertThat(reading.documents()).singleElement().satisfies(document -> {
            assertThat(document.title()).isEqualTo("Checklist (PDF)");
            assertThat(document.file().name()).isEqualTo("01-check.en.pdf");
        });
        assertThat(loaded.files().bytes(reading.pictures().get(1))).hasValue(picture("jpg", 30, 20));
        assertThat(loaded.files().bytes(reading.documents().get(0).file())).hasValue("%PDF".getBytes());
    }

    @Test
    void aFileThatChangedOrVanishedSinceIsNotTheOneThatWasMeant() throws IOException {
        write("01-a.en.png", picture("png", 3, 2));
        write("01-b.en.png", picture("png", 4, 2));
        lesson("![a](01-a.en.png)\n\n![b](01-b.en.png)");
        Lessons.Loaded loaded = load();
        List<Attachment> pictures = loaded.lessons().get(0).in(Language.EN).pictures();
        write("01-a.en.png", picture("png", 5, 2));
        Files.delete(programme().resolve("01-b.en.png"));
        assertThat(pictures)
                .allSatisfy(picture -> assertThat(loaded.files().bytes(picture)).isEmpty());
    }

    @Test
    void onlyFilesOfLessonsAreEverHandedOut() throws IOException {
        write("01-a.en.pdf", "a".getBytes());
        write("secret.pdf", "b".getBytes());
        lesson("[a](01-a.en.pdf)");
        Attachment secret = new Attachment("secret.pdf", MediaFolder.sha256("b".getBytes()));
        assertThat(load().files().bytes(secret)).isEmpty();
    }

    @Test
    void whatIsShippedIsReadFromTheJar() throws IOException {
        Path jar = config.resolve("shipped.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            entry(zip, "01-a.en.md", lessonText("![bins](01-a.en.png)").getBytes());
            entry(zip, "01-a.en.png", picture("png", 3, 2));
        }
        Lessons.Loaded loaded = new Lessons(new ConfigFiles(config.resolve("none"), jar)).load("sample");
        assertThat(loaded.findings()).isEmpty();
        Attachment shipped = loaded.lessons().get(0).in(Language.EN).pictures().get(0);
        assertThat(loaded.files().bytes(shipped)).hasValue(picture("png", 3, 2));
        lesson("![bins](01-a.en.png)");
        assertThat(new Lessons(new ConfigFiles(config, jar)).load("sample").findings())
                .as("an office's own lesson has only its own files")
                .singleElement()
                .asString()
                .endsWith(":6: there is no file \"01-a.en.png\" beside the lesson.");
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry("org/panfeng/config/programmes/sample/" + name));
        zip.write(bytes);
        zip.closeEntry();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    ![bins](01-bin.en.png)               ¦ there is no file "01-bin.en.png" beside the lesson. Did you mean "01-bins.en.png"?
                    ![bins](01-Bins.en.png)              ¦ "01-Bins.en.png" is no file beside the lesson; the name of a picture has lower-case letters, digits, dots and hyphens
                    ![](01-bins.en.png)                  ¦ the picture has no description; write `![what is to be seen](01-bins.en.png)`
                    ![bins](01-bins.en.gif)              ¦ "01-bins.en.gif" is no picture; its name ends with .png, .jpg, .jpeg
                    ![bins](fake.png)                    ¦ "fake.png" is neither a PNG nor a JPEG inside; save the picture as one of them
                    ![bins](empty.png)                   ¦ the picture "empty.png" is empty
                    ![bins](wide.png)                    ¦ the picture "wide.png" has 210 × 10 pixels; at most 10000 in width and height together are possible, and one side at most 20 times the other
                    ![bins](huge.png)                    ¦ the picture "huge.png" has 6000 × 4001 pixels; at most 10000 in width and height together are possible, and one side at most 20 times the other
                    ![bins](vast.png)                    ¦ the picture "vast.png" has 2000000000 × 2000000000 pixels; at most 10000 in width and height together are possible, and one side at most 20 times the other
                    ![bins](heavy.png)                   ¦ the picture "heavy.png" has 10.1 MB; 10 MB are possible
                    ![bins](folder.png)                  ¦ "folder.png" cannot be read (IOException)
                    ![bins](https://a.org/b.png)         ¦ "https://a.org/b.png" is no file beside the lesson; put the picture there, or link to it with `[…](https://…)`
                    ![bins](../01-bins.en.png)           ¦ "../01-bins.en.png" is no file beside the lesson; put the picture there, or link to it with `[…](https://…)`
                    Look: ![bins](01-bins.en.png)        ¦ a picture stands in a paragraph of its own, in the reading: `![description](01-name.en.png)` and nothing else
                    - ![bins](01-bins.en.png)            ¦ a picture stands in a paragraph of its own, in the reading: `![description](01-name.en.png)` and nothing else
                    [list](01-lists.en.pdf)              ¦ there is no file "01-lists.en.pdf" beside the lesson. Did you mean "01-list.en.pdf"?
                    [list](01_list.pdf)                  ¦ "01_list.pdf" is no file beside the lesson; the name of a document has lower-case letters, digits, dots and hyphens
                    [list](01-list.exe)                  ¦ "01-list.exe" is no document; its name ends with .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .txt, .csv, .zip
                    [list](www.example.org)              ¦ "www.example.org" is no document; its name ends with .pdf, .docx, .xlsx, .pptx, .odt, .ods, .odp, .txt, .csv, .zip; a link elsewhere begins with https://
                    [list](empty.pdf)                    ¦ the document "empty.pdf" is empty
                    [](01-list.en.pdf)                   ¦ the document has no title; write `[what it is](01-list.en.pdf)`
                    [list](heavy.pdf)                    ¦ the document "heavy.pdf" has 50.1 MB; 50 MB are possible
                    See [list](01-list.en.pdf)           ¦ the link "01-list.en.pdf" leads nowhere in a chat; write it with https://, or a document in a paragraph of its own, in the reading
                    [list](sub/01-list.en.pdf)           ¦ the link "sub/01-list.en.pdf" leads nowhere in a chat; write it with https://, or a document in a paragraph of its own, in the reading
                    """)
    void aMistakeIsNamedWithItsLine(String written, String finding) throws IOException {
        write("01-bins.en.png", picture("png", 30, 20));
        write("01-list.en.pdf", "%PDF".getBytes());
        write("fake.png", "GIF89a and something more".getBytes());
        write("empty.png", new byte[0]);
        write("empty.pdf", new byte[0]);
        write("wide.png", picture("png", 210, 10));
        write("huge.png", headerOf(6000, 4001));
        write("vast.png", headerOf(2_000_000_000, 2_000_000_000));
        write("heavy.png", new byte[10 * MEGABYTE + 1]);
        write("heavy.pdf", new byte[50 * MEGABYTE + 1]);
        Files.createDirectory(programme().resolve("folder.png"));
        lesson(written);
        assertThat(problems()).containsExactly("01-a.en.md:6: " + finding);
    }

    @Test
    void aPictureInTheQuizIsAMistake() throws IOException {
        write("01-bins.en.png", picture("png", 30, 20));
        Files.writeString(
                programme().resolve("01-a.en.md"), lessonText("Text.").replace("Why.", "![bins](01-bins.en.png)"));
        assertThat(problems())
                .containsExactly(
                        "01-a.en.md:14: a picture stands in a paragraph of its own, in the reading: `![description](01-name.en.png)` and nothing else");
    }

    @Test
    void thereMayBeTenPicturesAndFiveDocuments() throws IOException {
        write("a.png", picture("png", 30, 20));
        write("a.pdf", "%PDF".getBytes());
        lesson(many("![a](a.png)", 10) + many("[a](a.pdf)", 5));
        assertThat(problems()).isEmpty();
        lesson(many("![a](a.png)", 11) + many("[a](a.pdf)", 6));
        assertThat(problems())
                .containsExactly(
                        "01-a.en.md:26: this is picture 11; 10 are possible",
                        "01-a.en.md:38: this is document 6; 5 are possible");
    }

    @Test
    void aDescriptionFitsUnderAPicture() throws IOException {
        write("a.png", picture("png", 30, 20));
        lesson("![" + "a".repeat(1_001) + "](a.png)");
        assertThat(problems()).containsExactly("01-a.en.md:6: the description has 1001 characters; 1000 are possible");
    }

    @Test
    void filesThatNoLessonUsesAreLeftAlone() throws IOException {
        write("draft.psd", new byte[] {1});
        write("later.png", new byte[0]);
        lesson("Text.");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aJpegSaysItsSizeBehindOtherSegmentsAndPadding() {
        byte[] jpeg = bytes(
                0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 20, 1, 44, 3, 0, 0, 0, 0);
        assertThat(PictureSize.of(jpeg)).hasValue(new PictureSize(300, 20));
        for (int length = 0; length < jpeg.length - 4; length++) {
            assertThat(PictureSize.of(java.util.Arrays.copyOf(jpeg, length)))
                    .satisfiesAnyOf(
                            size -> assertThat(size).isEmpty(),
                            size -> assertThat(size).hasValue(new PictureSize(300, 20)));
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String many(String paragraph, int times) {
        return IntStream.range(0, times).mapToObj(i -> paragraph + "\n\n").collect(Collectors.joining());
    }

    /** A PNG of which only the header is there. */
    private static byte[] headerOf(int width, int height) throws IOException {
        byte[] png = picture("png", 1, 1);
        java.nio.ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private void lesson(String reading) throws IOException {
        Files.writeString(programme().resolve("01-a.en.md"), lessonText(reading));
    }

    private static String lessonText(String reading) {
        return """
                ---
                theme: standards
                minutes: 3
                ---
                # Bins
                %s

                ## Quiz

                ### Which?
                - [x] Yes
                - [ ] No

                > Why.
                """.formatted(reading);
    }

    private Lessons.Loaded load() {
        return Lessons.load("sample", config);
    }

    private List<String> problems() {
        return load().findings().stream()
                .map(finding ->
                        finding.toString().substring(programme().toString().length() + 1))
                .toList();
    }

    private Path programme() {
        return config.resolve("programmes/sample");
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(programme().resolve(name), bytes);
    }
}
