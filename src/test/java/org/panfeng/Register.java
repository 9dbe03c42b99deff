package org.panfeng;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who lives in a village, and what has to be read from its database to know what people press: the ids of tasks, the lessons of days. */
final class Register {
    private final Jdbi jdbi;
    private final Map<Long, Life> lives = new LinkedHashMap<>();
    private final Map<Long, Life> byPerson = new HashMap<>();
    private final Map<Long, LocalDate> taskDays = new HashMap<>();
    private final Map<LocalDate, String> lessons = new HashMap<>();
    private long lastTask;

    Register(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Life life) {
        lives.put(life.telegramId, life);
    }

    void enrolled(Life life, long personId, Instant at) {
        life.personId = personId;
        life.enrolledAt = at;
        byPerson.put(personId, life);
    }

    List<Life> lives() {
        return new ArrayList<>(lives.values());
    }

    Life life(long telegramId) {
        return Objects.requireNonNull(lives.get(telegramId));
    }

    LocalDate dayOf(long task) {
        return Objects.requireNonNull(taskDays.get(task));
    }

    /** Reads the ids of new tasks. */
    void learnTasks() {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select id, person_id, study_day from task where id > :last order by id")
                .bind("last", lastTask)
                .map((row, context) ->
                        learn(row.getLong("id"), row.getLong("person_id"), row.getObject("study_day", LocalDate.class)))
                .forEach(id -> lastTask = id));
    }

    private long learn(long id, long person, LocalDate day) {
        Objects.requireNonNull(byPerson.get(person)).tasks.put(day, id);
        taskDays.put(id, day);
        return id;
    }

    /** The lesson that was chosen for a day; empty as long as none was. */
    Optional<String> lessonOf(LocalDate day) {
        if (!lessons.containsKey(day)) {
            jdbi.withHandle(handle -> handle.createQuery(
                                    "select lesson_id from programme_day where study_day = :day and lesson_id is not null")
                            .bind("day", day)
                            .mapTo(String.class)
                            .findOne())
                    .ifPresent(lesson -> lessons.put(day, lesson));
        }
        return Optional.ofNullable(lessons.get(day));
    }

    /** When each day was closed. */
    Map<LocalDate, Instant> closedAt() {
        Map<LocalDate, Instant> closed = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select study_day, closed_at from programme_day where closed_at is not null")
                .map((row, context) -> Map.entry(
                        row.getObject("study_day", LocalDate.class),
                        row.getTimestamp("closed_at").toInstant()))
                .forEach(one -> closed.put(one.getKey(), one.getValue())));
        return closed;
    }
}
