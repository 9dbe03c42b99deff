package org.panfeng.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lessons of a programme, in the order in which they are studied. */
public final class Syllabus {
    private final Map<String, Lesson> lessons = new LinkedHashMap<>();

    /**
     * @param lessons at least one
     */
    public Syllabus(List<Lesson> lessons) {
        if (lessons.isEmpty()) {
            throw new IllegalArgumentException("A syllabus needs a lesson");
        }
        lessons.forEach(lesson -> this.lessons.put(lesson.id(), lesson));
    }

    public List<Lesson> lessons() {
        return List.copyOf(lessons.values());
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(lessons.keySet());
    }

    public Optional<Lesson> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** The lesson whose turn it is: the first that was never studied, else the one studied longest ago. */
    public Lesson next(Map<String, LocalDate> lastStudied) {
        return lessons.values().stream()
                .min(Comparator.comparing(lesson -> lastStudied.getOrDefault(lesson.id(), LocalDate.MIN)))
                .orElseThrow();
    }
}
