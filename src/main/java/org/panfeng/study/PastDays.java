package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Reception;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.people.Staff;
import org.panfeng.programme.Question;
import org.panfeng.programme.Timetable;

/**
 * Study days that are over, written as if they had been lived: for sample offices and load tests. Nothing is sent; what is stored is
 * what push, quiz and closing would have stored.
 */
public final class PastDays {
    /** Answers come from ten minutes to nine hours after the task. */
    private static final int SOONEST_SECONDS = 600;

    private static final int LATEST_SECONDS = 9 * 3_600;
    private static final int SECONDS_A_QUESTION = 20;

    private final Jdbi jdbi;
    private final Timetable timetable;
    private final LocalTime pushAt;
    private final LessonPlan plan;
    private final Staff staff;
    private final DayTasks tasks;
    private final Answers answers;
    private final Completion completion;
    private final DayClose close;
    private final Reception reception;

    PastDays(
            Jdbi jdbi,
            Timetable timetable,
            LocalTime pushAt,
            LessonPlan plan,
            Staff staff,
            DayTasks tasks,
            Answers answers,
            Completion completion,
            DayClose close,
            Reception reception) {
        this.jdbi = jdbi;
        this.timetable = timetable;
        this.pushAt = pushAt;
        this.plan = plan;
        this.staff = staff;
        this.tasks = tasks;
        this.answers = answers;
        this.completion = completion;
        this.close = close;
        this.reception = reception;
    }

    /**
     * Writes one day for everybody who is enrolled by now, and closes it. Days are written in their order, without leaving a study day
     * out.
     *
     * @param doesIt who answers everything
     * @param shareRight of the answers, from 0 to 1
     * @throws IllegalArgumentException if the date is no study day
     */
    public void live(LocalDate day, Predicate<Person> doesIt, double shareRight, Random random) {
        if (!timetable.isStudyDay(day)) {
            throw new IllegalArgumentException(day + " is no study day");
        }
        Instant pushed = timetable.at(day, pushAt);
        Instant end = timetable.endOf(day);
        reception.bridge(timetable.startOf(day));
        jdbi.useTransaction(handle -> {
            Assignment assignment = plan.of(day);
            Map<PersonId, TaskId> given = give(day, assignment, pushed);
            tasks.allDelivered(given.values(), pushed.plusSeconds(1));
            study(studied(day, pushed, given, assignment, doesIt, random), assignment, shareRight, random);
        });
        reception.bridge(end);
        close.due(end);
    }

    /** Lets this be the lesson of a day that has not been lived yet, instead of the one whose turn it is. */
    public void choose(LocalDate day, String lessonId) {
        plan.choose(day, lessonId);
    }

    /** Somebody's study of the day, from the first answer on. */
    private record Studied(Task task, Person person, Instant begun) {
        Instant answeredAt(int number) {
            return begun.plusSeconds((long) SECONDS_A_QUESTION * number);
        }
    }

    private Map<PersonId, TaskId> give(LocalDate day, Assignment assignment, Instant pushed) {
        List<DayTasks.Due> everybody = tasks.due(day, LocalTime.MAX, pushAt, new PersonId(0), Integer.MAX_VALUE);
        return everybody.isEmpty() ? Map.of() : tasks.giveAll(everybody, day, assignment.id(), pushed);
    }

    private List<Studied> studied(
            LocalDate day,
            Instant pushed,
            Map<PersonId, TaskId> given,
            Assignment assignment,
            Predicate<Person> doesIt,
            Random random) {
        List<Studied> studied = new ArrayList<>();
        for (Person person : staff.enrolled()) {
            TaskId id = given.get(person.id());
            if (id != null && person.isReachable() && doesIt.test(person)) {
                Task task = new Task(id, day, person.id(), assignment.id(), pushed, 0, 0, Optional.empty());
                int after = SOONEST_SECONDS + random.nextInt(LATEST_SECONDS - SOONEST_SECONDS);
                studied.add(new Studied(task, person, pushed.plusSeconds(after)));
            }
        }
        return studied;
    }

    private void study(List<Studied> all, Assignment assignment, double shareRight, Random random) {
        List<Answers.Given> given = new ArrayList<>();
        for (Studied one : all) {
            assignment.questions().forEach((number, asked) -> {
                Answer answer = answer(number, asked.question(), random.nextDouble() < shareRight);
                given.add(new Answers.Given(one.task().id(), answer, one.answeredAt(number)));
            });
        }
        answers.takeAll(given);
        all.forEach(one -> completion.complete(
                one.task(), one.person(), one.answeredAt(assignment.questions().lastKey()), false));
    }

    private static Answer answer(int number, Question question, boolean isRight) {
        if (question instanceof Question.SingleChoice single) {
            return Grading.single(number, single, isRight ? single.right() : single.right() == 0 ? 1 : 0);
        } else if (question instanceof Question.MultipleChoice multiple) {
            Set<Integer> chosen = new HashSet<>(multiple.right());
            if (!isRight) {
                chosen.remove(chosen.iterator().next());
            }
            return Grading.multiple(number, multiple, chosen);
        } else if (question instanceof Question.TrueFalse trueFalse) {
            return Grading.trueFalse(number, trueFalse, isRight == trueFalse.right());
        }
        Question.ShortAnswer words = (Question.ShortAnswer) question;
        return Grading.typed(
                number,
                words,
                isRight ? words.accepted().values().iterator().next().get(0) : "?");
    }
}
