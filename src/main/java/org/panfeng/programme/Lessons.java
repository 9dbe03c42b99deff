package org.panfeng.programme;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Attachments;
import org.panfeng.programme.Question.Wording;

/** The folder of a programme, in which a lesson is one file per language. */
public final class Lessons {
    private static final String FOLDER = "programmes";
    private static final Pattern FILE_NAME = Pattern.compile("((\\d+)-[a-z0-9]+(?:-[a-z0-9]+)*)\\.(zh|en)\\.md");
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(
                    (String id) -> new BigInteger(id.substring(0, id.indexOf('-'))))
            .thenComparing(Comparator.naturalOrder());

    private final ConfigFiles files;
    private final List<Finding> findings = new ArrayList<>();

    Lessons(ConfigFiles files) {
        this.files = files;
    }

    /**
     * The lessons without a mistake, in the order in which they are studied, and everything that is wrong with the others.
     *
     * @param files the pictures and documents of the lessons
     */
    public record Loaded(List<Lesson> lessons, List<Finding> findings, Attachments files) {
        public Loaded {
            lessons = List.copyOf(lessons);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads a programme.
     *
     * @param configDir holds a folder for all programmes; one that is not there is looked for among the shipped ones
     */
    public static Loaded load(String programme, Path configDir) {
        return new Lessons(ConfigFiles.of(configDir)).load(programme);
    }

    Loaded load(String programme) {
        List<String> known =
                files.names(FOLDER).stream().filter(name -> !name.contains(".")).toList();
        if (!known.contains(programme)) {
            String problem = "there is no programme \"%s\"; there are: %s.%s"
                    .formatted(programme, String.join(", ", known), Spelling.didYouMean(programme, known));
            return new Loaded(List.of(), List.of(new Finding(files.place(FOLDER), 0, problem)), Attachments.NONE);
        }
        ConfigFolder folder = files.folder(FOLDER + "/" + programme, Lessons::isLesson);
        return folder.look(path -> load(path, folder, files.place(FOLDER + "/" + programme)));
    }

    private Loaded load(Path path, ConfigFolder folder, String place) {
        MediaFolder media = new MediaFolder(path);
        List<Lesson> lessons = new ArrayList<>();
        byLesson(path).forEach((id, texts) -> lesson(id, texts, media).ifPresent(lessons::add));
        if (lessons.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(place, 0, "holds no lesson"));
        }
        return new Loaded(lessons, findings, new LessonFiles(folder, media.read()));
    }

    private Map<String, List<TextFile>> byLesson(Path path) {
        Map<String, List<TextFile>> byLesson = new TreeMap<>(BY_NUMBER);
        for (TextFile file : ConfigFiles.texts(path, Lessons::isLesson, findings)) {
            Matcher name = FILE_NAME.matcher(file.name());
            if (name.matches()) {
                byLesson.computeIfAbsent(name.group(1), id -> new ArrayList<>()).add(file);
            } else {
                findings.add(file.finding(0, "is no name of a lesson; write for example 01-air-conditioning.zh.md"));
            }
        }
        return byLesson;
    }

    private static boolean isLesson(String fileName) {
        return fileName.endsWith(".md") && !fileName.equalsIgnoreCase("README.md");
    }

    private Optional<Lesson> lesson(String id, List<TextFile> texts, MediaFolder media) {
        int before = findings.size();
        Map<Language, LessonFile> written = new EnumMap<>(Language.class);
        for (TextFile text : texts) {
            language(text)
                    .flatMap(language -> LessonFile.read(text, language, media, findings))
                    .ifPresent(file -> written.put(file.language(), file));
        }
        LessonFile original = written.get(Language.ZH);
        LessonFile translation = written.get(Language.EN);
        if (original != null && translation != null) {
            Translations.compare(original, translation, findings);
        }
        return findings.size() > before ? Optional.empty() : Optional.of(lesson(id, written));
    }

    private static Optional<Language> language(TextFile file) {
        Matcher name = FILE_NAME.matcher(file.name());
        return name.matches() ? Language.of(name.group(3)) : Optional.empty();
    }

    private static Lesson lesson(String id, Map<Language, LessonFile> written) {
        LessonFile first = written.values().iterator().next();
        Map<Language, Lesson.Reading> readings = new EnumMap<>(Language.class);
        written.forEach((language, file) -> readings.put(language, file.reading()));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < first.quiz().size(); i++) {
            questions.add(question(i, written));
        }
        return new Lesson(id, first.front().knownTheme(), first.front().minutes(), readings, questions);
    }

    private static Question question(int index, Map<Language, LessonFile> written) {
        Map<Language, Wording> wordings = new EnumMap<>(Language.class);
        Map<Language, List<String>> accepted = new EnumMap<>(Language.class);
        written.forEach((language, file) -> {
            wordings.put(language, file.quiz().get(index).wording());
            accepted.put(language, file.quiz().get(index).accepted());
        });
        QuizQuestion first = written.values().iterator().next().quiz().get(index);
        return switch (first.kind()) {
            case SINGLE_CHOICE ->
                new Question.SingleChoice(wordings, first.right().iterator().next());
            case MULTIPLE_CHOICE -> new Question.MultipleChoice(wordings, first.right());
            case TRUE_FALSE -> new Question.TrueFalse(wordings, first.right().contains(0));
            case SHORT_ANSWER -> new Question.ShortAnswer(wordings, accepted);
            case BROKEN -> throw new IllegalStateException("a question with a finding at line " + first.line());
        };
    }
}
