package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.batch.Batch;
import org.panfeng.chat.Command;
import org.panfeng.chat.Commands;
import org.panfeng.chat.Dispatcher;
import org.panfeng.chat.Language;
import org.panfeng.chat.Prompts;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.SeenUpdates;
import org.panfeng.mailbox.Sender;
import org.panfeng.mailbox.SetAside;
import org.panfeng.people.KnownSpeakers;

/** A batch is handled whole, or one by one where one of it fails. */
class DispatcherTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void aPoisonousUpdateIsSetAsideAndItsNeighboursAreHandled(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            List<Member> members = new ArrayList<>();
            for (int i = 1; i <= 9; i++) {
                members.add(office.enrolled(i, "同事" + i).forgets());
            }
            List<Intake.Arrival> batch = new ArrayList<>();
            for (Member member : members) {
                batch.add(new Intake.Readable(member.saying("/streak"), () -> "{}"));
            }
            // A name that no column holds: PostgreSQL and H2 refuse the row.
            Incoming poison = new Incoming.Tap(
                    office.nextUpdate(), new Sender(77, "poison"), 77, 1, "x".repeat(10), "quiz:go:999999");
            batch.add(
                    4,
                    new Intake.Readable(
                            new Incoming.Text(office.nextUpdate(), new Sender(78, "\u0000"), 78, "/start " + "\u0000"),
                            () -> "{}"));
            batch.add(7, new Intake.Garbled(office.nextUpdate(), "{\"update_id\":1}", "made up"));
            batch.add(new Intake.Readable(poison, () -> "{}"));
            office.receives(batch);
            members.forEach(member -> member.sees("连续"));
            assertThat(new SetAside(office.panfeng().database.jdbi()).countSince(java.time.Instant.EPOCH))
                    .isPositive();
            office.admin().says("/status").sees("有问题");
        }
    }

    @ParameterizedTest
    @EnumSource
    void inWhicheverPlaceOfABatchThePoisonIsTheOtherNinetyNineAreHandled(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            SetAside setAside = office.panfeng().setAside;
            Dispatcher dispatcher = dispatcher(office);
            int step = database == TestDatabase.H2 ? 1 : 9;
            for (int place = 0; place < 100; place += step) {
                List<Intake.Arrival> batch = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    batch.add(new Intake.Readable(li.saying(i == place ? "/boom" : "/fine"), () -> "{}"));
                }
                li.forgets();
                long before = setAside.count();
                dispatcher.take(batch, office.now());
                office.deliver();
                assertThat(li.news()).as("poison in place %d", place).hasSize(100);
                assertThat(li.news()).filteredOn("✅"::equals).hasSize(99);
                assertThat(setAside.count()).isEqualTo(before + 1);
            }
        }
    }

    /** One command goes well; the other is refused by both databases, and PostgreSQL aborts the whole transaction with it. */
    private static Dispatcher dispatcher(Office office) {
        Jdbi jdbi = office.panfeng().database.jdbi();
        Command fine = command("fine", turn -> turn.send(Content.html("✅"), Keyboard.NONE));
        Command boom = command(
                "boom",
                turn -> jdbi.useHandle(
                        handle -> handle.execute("insert into seen_update (update_id, seen_at) values (1, null)")));
        return new Dispatcher(
                jdbi,
                office.panfeng().outbox,
                new Prompts(jdbi),
                new KnownSpeakers(office.panfeng().staff, Language.ZH),
                new Commands(List.of(fine, boom)),
                List.of(),
                List.of(),
                handle -> {});
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatAnotherNodeTakesDuringABatchStands(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            li.presses("开始答题").says("26").forgets();
            Jdbi jdbi = office.panfeng().database.jdbi();
            Command elsewhere = command("elsewhere", turn -> onAnotherConnection(jdbi, """
                    insert into answer (task_id, question, given, correct, answered_at)
                    select id, 1, 'B', false, given_at from task on conflict do nothing
                    """));
            Dispatcher dispatcher = new Dispatcher(
                    jdbi,
                    office.panfeng().outbox,
                    new Prompts(jdbi),
                    new KnownSpeakers(office.panfeng().staff, Language.ZH),
                    new Commands(List.of(elsewhere)),
                    office.panfeng().study.buttons(),
                    List.of(),
                    handle -> {});
            dispatcher.take(
                    List.of(
                            new Intake.Readable(li.saying("/elsewhere"), () -> "{}"),
                            new Intake.Readable(li.pressing("A"), () -> "{}")),
                    office.now());
            office.deliver();
            li.seesToast("已经答过了（B）");
            assertThat(office.panfeng().setAside.count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPressThatMeansNothingDoesNotBreakItsBatchUp(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            List<Boolean> isBatch = new ArrayList<>();
            Dispatcher dispatcher = new Dispatcher(
                    office.panfeng().database.jdbi(),
                    office.panfeng().outbox,
                    new Prompts(office.panfeng().database.jdbi()),
                    new KnownSpeakers(office.panfeng().staff, Language.ZH),
                    new Commands(List.of(command("fine", turn -> isBatch.add(Batch.isRunning())))),
                    office.panfeng().study.buttons(),
                    List.of(),
                    handle -> {});
            List<Intake.Arrival> batch = new ArrayList<>();
            for (String data :
                    List.of("quiz:is:x:0:0", "quiz", "quiz:", "quiz:ok", "quiz:is:99999999999999999999:0:0")) {
                batch.add(new Intake.Readable(li.tapping(1, data), () -> "{}"));
            }
            batch.add(new Intake.Readable(li.saying("/fine"), () -> "{}"));
            dispatcher.take(batch, office.now());
            assertThat(isBatch).containsExactly(true);
        }
    }

    private static void onAnotherConnection(Jdbi jdbi, String sql) {
        CompletableFuture.runAsync(() -> jdbi.useHandle(handle -> handle.execute(sql)))
                .join();
    }

    private static Command command(String name, Consumer<Turn> act) {
        return new Command() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Role from() {
                return Role.GUEST;
            }

            @Override
            public void run(Turn turn, String words) {
                act.accept(turn);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateThatComesTwiceInOneBatchOrAgainLaterIsHandledOnce(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明").forgets();
            Incoming asked = li.saying("/streak");
            office.receives(asked, asked);
            assertThat(li.news())
                    .filteredOn(text -> text.contains("连续"))
                    .as("once in words; the picture comes beside it")
                    .hasSize(1);
            li.forgets();
            office.receives(asked);
            li.seesNothing();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatAnotherNodeIsTakingIsHandledHereOnlyIfItFailsThere(boolean otherCommits) throws Exception {
        try (Office office = new Office(TestDatabase.POSTGRES, MONDAY)) {
            Member li = office.enrolled(1, "李明").forgets();
            Member wang = office.enrolled(2, "王芳").forgets();
            Incoming shared = li.saying("/streak");
            Incoming own = wang.saying("/streak");
            Jdbi jdbi = office.panfeng().database.jdbi();
            CountDownLatch taken = new CountDownLatch(1);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> jdbi.useTransaction(handle -> {
                new SeenUpdates(jdbi).add(shared.updateId(), office.now());
                taken.countDown();
                awaitWaiter(jdbi);
                if (!otherCommits) {
                    handle.rollback();
                }
            }));
            taken.await();
            office.receives(shared, own);
            other.get(10, TimeUnit.SECONDS);
            wang.sees("连续");
            if (otherCommits) {
                li.seesNothing();
            } else {
                li.sees("连续");
            }
        }
    }

    @Test
    void whereTheDatabaseIsGoneNothingIsSetAsideAndNothingConfirmed() {
        Office office = new Office(TestDatabase.H2, MONDAY);
        Member li = office.enrolled(1, "李明");
        office.panfeng().database.close();
        assertThatThrownBy(() -> li.says("/streak")).isInstanceOf(RuntimeException.class);
    }

    /** Until another transaction waits for a row of this one. */
    private static void awaitWaiter(Jdbi jdbi) {
        for (int i = 0; i < 2_000 && waiters(jdbi) == 0; i++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(waiters(jdbi)).isPositive();
    }

    private static long waiters(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from pg_locks where not granted")
                .mapTo(Long.class)
                .one());
    }
}
