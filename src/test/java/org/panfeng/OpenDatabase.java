package org.panfeng;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Prompts;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Pictures;
import org.panfeng.mailbox.Reception;
import org.panfeng.people.Absences;
import org.panfeng.people.Departments;
import org.panfeng.people.Staff;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Question;
import org.panfeng.programme.Timetable;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;
import org.panfeng.study.ReminderHours;
import org.panfeng.study.StudyFeature;

/** A migrated database and the study day on it, for tests and measurements of other packages. */
public final class OpenDatabase implements AutoCloseable {
    public static final String PROGRAMME = "year-of-learning";

    private final Database database;
    private final Configuration configuration;
    public final Staff staff;
    public final Outbox outbox;
    public final Prompts prompts;
    public final Reception reception;
    public final StudyFeature study;

    private OpenDatabase(Database database) {
        this.database = database;
        this.configuration = Configuration.load(Optional.empty(), Map.of("PANFENG_PROGRAMME_CALENDAR", "every-day"))
                .configuration()
                .orElseThrow();
        Settings.Programme programme = configuration.settings().programme();
        staff = new Staff(jdbi(), Set.of());
        outbox = new Outbox(jdbi(), Clock.systemUTC());
        prompts = new Prompts(jdbi());
        reception = new Reception(jdbi());
        study = new StudyFeature(
                jdbi(),
                PROGRAMME,
                timetable(),
                programme.pushAt(),
                new ReminderHours(timetable(), programme.remindAt()),
                configuration.syllabus(),
                staff,
                new Departments(jdbi()),
                new Absences(jdbi()),
                outbox,
                prompts,
                reception,
                new Pictures(jdbi(), Clock.systemUTC()),
                Clock.systemUTC());
    }

    /** A fresh one. */
    public static OpenDatabase of(TestDatabase database) {
        return new OpenDatabase(database.open());
    }

    /** The one at this URL; an H2 file is made where there is none. */
    public static OpenDatabase at(String url, String user, String password) {
        try {
            return new OpenDatabase(Database.open(new Address(url, user, password)));
        } catch (Unusable e) {
            throw new IllegalStateException(e.words(), e);
        }
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** Every day is a study day. */
    public Timetable timetable() {
        return configuration.timetable();
    }

    /** What a day asks; empty where it has no lesson yet. */
    public List<Question> questions(LocalDate day) {
        return jdbi().withHandle(
                        handle -> handle.createQuery("select lesson_id from programme_day where study_day = :day")
                                .bind("day", day)
                                .mapTo(String.class)
                                .findOne())
                .flatMap(configuration.syllabus()::lesson)
                .map(Lesson::questions)
                .orElse(List.of());
    }

    /** The id of the programme's first lesson. */
    public String lesson() {
        return configuration.syllabus().lessons().get(0).id();
    }

    @Override
    public void close() {
        database.close();
    }
}
