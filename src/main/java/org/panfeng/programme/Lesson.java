package org.panfeng.programme;

import java.util.List;
import java.util.Map;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Attachment;

/**
 * A reading and the quiz on it.
 *
 * @param id the file's name without language and ending: stable, what the database knows the lesson by
 * @param minutes how long the reading takes, estimated by the author
 * @param readings the reading in each language it was written in; at least one
 * @param questions in the order in which they are asked; at least one
 */
public record Lesson(String id, Theme theme, int minutes, Map<Language, Reading> readings, List<Question> questions) {

    /**
     * @param title the first heading
     * @param markdown what follows the title and precedes the quiz: CommonMark with tables
     * @param source where the facts stand (a regulation and its year), empty where none is named
     * @param pictures those in the Markdown: {@code ![description](name)} in a paragraph of its own
     * @param documents those in the Markdown: {@code [title](name)} in a paragraph of its own
     */
    public record Reading(
            String title, String markdown, String source, List<Attachment> pictures, List<Document> documents) {
        public Reading {
            pictures = List.copyOf(pictures);
            documents = List.copyOf(documents);
        }

        public Reading(String title, String markdown, String source) {
            this(title, markdown, source, List.of(), List.of());
        }
    }

    /** A file to keep, that comes with the reading. */
    public record Document(Attachment file, String title) {}

    public Lesson {
        readings = Map.copyOf(readings);
        questions = List.copyOf(questions);
        if (readings.isEmpty() || questions.isEmpty() || minutes < 1) {
            throw new IllegalArgumentException("lesson " + id + " has no reading, no question or no minutes");
        }
    }

    /** The reading in this language, or in the one the author wrote. */
    public Reading in(Language language) {
        Reading reading = readings.get(language);
        return reading != null ? reading : readings.values().iterator().next();
    }
}
