package org.panfeng.programme;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public Optional<Lesson> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** The lessons that are not among those studied, in the order in which they will be. */
    public List<Lesson> unstudied(Collection<String> studied) {
        return lessons.values().stream()
                .filter(lesson -> !studied.contains(lesson.id()))
                .toList();
    }
}
