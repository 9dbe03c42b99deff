package org.panfeng;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.panfeng.SamplePeople.Sample;
import org.panfeng.chat.Role;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Syllabus;
import org.panfeng.programme.Timetable;

/** An office that has been studying for four weeks, written through the same code that writes a real one. */
final class SampleOffice {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 19);
    /** A Monday; the history ends before it. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    /** A freeze saves one missed day, so that a streak of a certain length begins after two. */
    private static final int MISSED_BEFORE = 2;

    private static final double SHARE_RIGHT = 0.8;

    /** Lessons that nobody has studied yet, so that a visitor's first days bring every kind: a table, a picture, a document. */
    private static final Set<String> STILL_NEW = Set.of(
            "01-air-conditioning",
            "10-official-documents",
            "16-waste-sorting",
            "23-acceptance",
            "24-first-aid",
            "26-beside-the-best");

    private final Panfeng panfeng;
    private final Timetable timetable;
    private final Iterator<String> studied;
    private final Random random = new Random(1_116);
    private final Map<Long, Sample> samples = new HashMap<>();

    SampleOffice(Panfeng panfeng, Syllabus syllabus) {
        this.panfeng = panfeng;
        this.studied = syllabus.lessons().stream()
                .map(Lesson::id)
                .filter(id -> !STILL_NEW.contains(id))
                .iterator();
        this.timetable = panfeng.timetable;
    }

    /** Writes departments, people and four weeks of study, up to the evening before {@link #TODAY}. */
    void write() {
        panfeng.database.jdbi().useTransaction(handle -> {
            List<DepartmentId> departments = departments();
            List<LocalDate> days = timetable.studyDays(FIRST_DAY, TODAY.minusDays(1));
            for (int number = 0; number < days.size(); number++) {
                enrolWhoJoins(number, days.get(number), departments);
                int left = days.size() - number;
                if (studied.hasNext()) {
                    panfeng.study.pastDays().choose(days.get(number), studied.next());
                }
                panfeng.study.pastDays().live(days.get(number), person -> studies(person, left), SHARE_RIGHT, random);
            }
        });
    }

    /** A valid invitation to the department of the person who is not enrolled. */
    static String invitation(Panfeng panfeng, Instant now) {
        DepartmentId department = panfeng.departments
                .all()
                .get(SamplePeople.newcomer().department())
                .id();
        return panfeng.invitations.issue(department, SamplePeople.ADMIN, now);
    }

    private List<DepartmentId> departments() {
        List<DepartmentId> ids = new ArrayList<>();
        Instant founded = morningOf(FIRST_DAY);
        for (String name : SamplePeople.DEPARTMENTS) {
            ids.add(panfeng.departments.add(name, founded).orElseThrow());
        }
        return ids;
    }

    /** People join on the morning of their first study day. */
    private void enrolWhoJoins(int number, LocalDate day, List<DepartmentId> departments) {
        for (Sample sample : SamplePeople.enrolled()) {
            if (sample.joins() == number) {
                samples.put(sample.id(), sample);
                Person met = panfeng.staff.meet(sample.id(), sample.name(), sample.language(), Person.Status.GUEST);
                Person person = panfeng.staff.enrol(
                        met.id(), Optional.of(departments.get(sample.department())), morningOf(day));
                if (sample.role() == Role.LEADER) {
                    panfeng.staff.appoint(person.id(), Role.LEADER);
                }
            }
        }
    }

    private Instant morningOf(LocalDate day) {
        return timetable.at(day, LocalTime.of(7, 0));
    }

    /**
     * @param left how many study days of the history are left, this one included
     */
    private boolean studies(Person person, int left) {
        Sample sample = samples.get(person.telegramId());
        if (sample == null) {
            return false;
        } else if (sample.streak() >= 0 && left <= sample.streak() + MISSED_BEFORE) {
            return left <= sample.streak();
        }
        return random.nextDouble() < sample.diligence();
    }
}
