package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Sender;

/** Every update comes five times, shuffled: the first of each counts, and the others change nothing. */
class FiveTimesTest {
    private static final int PEOPLE = 12;
    private static final List<String> STATE = List.of(
            "select task_id, question, given, correct from answer order by task_id, question",
            "select task_id, shown, ticked, done_at is null as open from task_progress order by task_id",
            "select person_id, study_day, state from ledger order by person_id, study_day",
            "select person_id, current_days, longest_days from streak order by person_id",
            "select chat_id, kind, payload from prompt order by chat_id, kind",
            "select chat_id, count(*) as said from outbox group by chat_id order by chat_id");

    @ParameterizedTest
    @EnumSource
    void theStateIsThatOfTheFirstArrivals(TestDatabase database) {
        check(database, 300);
    }

    @Tag("loop")
    @ParameterizedTest
    @EnumSource
    void theStateIsThatOfTheFirstArrivalsOfTenThousand(TestDatabase database) {
        check(database, 10_000);
    }

    private static void check(TestDatabase database, int updates) {
        long seed = Long.getLong("loop.seed", new Random().nextLong());
        System.out.println("Every update five times: -Dloop.seed=" + seed);
        Random random = new Random(seed);
        try (Office office = office(database);
                Office oracle = office(TestDatabase.H2)) {
            List<Intake.Arrival> heap = new ArrayList<>();
            for (int i = 0; i < updates; i++) {
                heap.addAll(
                        Collections.nCopies(5, new Intake.Readable(act(office, 5_000_000L + i, random), () -> "{}")));
            }
            Collections.shuffle(heap, random);
            for (int from = 0; from < heap.size(); ) {
                int to = Math.min(heap.size(), from + 1 + random.nextInt(100));
                office.panfeng().dispatcher.take(heap.subList(from, to), office.now());
                from = to;
            }
            for (Intake.Arrival first : new LinkedHashSet<>(heap)) {
                oracle.panfeng().dispatcher.take(List.of(first), oracle.now());
            }
            assertThat(state(office)).as("seed %d", seed).isEqualTo(state(oracle));
            assertThat(office.panfeng().setAside.count()).isZero();
        }
    }

    private static Office office(TestDatabase database) {
        Office office = new Office(database, "2026-11-16T08:00");
        for (int i = 1; i <= PEOPLE; i++) {
            office.enrolled(i, "同事" + i);
        }
        office.at("2026-11-16T09:00").delivers(false);
        return office;
    }

    /** Something that somebody does: begins, ticks, submits, types, asks. */
    private static Incoming act(Office office, long updateId, Random random) {
        long person = 1 + random.nextInt(PEOPLE);
        Sender sender = new Sender(person, "同事" + person);
        long task = tasks(office).get((int) person - 1);
        int question = random.nextInt(5);
        String data = switch (random.nextInt(6)) {
            case 0 -> "quiz:go:" + java.time.LocalDate.of(2026, 11, 16).toEpochDay();
            case 1 -> "quiz:ok:" + task + ":" + question;
            case 2 -> "";
            default -> "quiz:is:" + task + ":" + question + ":" + random.nextInt(4);
        };
        return data.isEmpty()
                ? new Incoming.Text(
                        updateId,
                        sender,
                        person,
                        List.of("26", "/today", "/streak").get(random.nextInt(3)))
                : new Incoming.Tap(updateId, sender, person, 1, "tap" + updateId, data);
    }

    private static List<Long> tasks(Office office) {
        return office.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select t.id from task t join person p on p.id = t.person_id order by p.telegram_id")
                        .mapTo(Long.class)
                        .list());
    }

    private static List<String> state(Office office) {
        Jdbi jdbi = office.panfeng().database.jdbi();
        List<String> state = new ArrayList<>();
        for (String query : STATE) {
            state.add(query);
            jdbi.useHandle(handle -> handle.createQuery(query).mapToMap().forEach(row -> state.add(row.toString())));
        }
        return state;
    }
}
