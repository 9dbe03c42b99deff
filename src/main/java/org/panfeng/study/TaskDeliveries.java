package org.panfeng.study;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;

/**
 * Notes when a task arrived, or that its person keeps the bot out: both decide about an unanswered day. Many at once are only added to a
 * list, since a transaction over many tasks and a batch of answers to the same tasks would wait for each other; {@link #fold} carries them
 * over to the tasks that nobody is at.
 */
public final class TaskDeliveries implements DeliveryReport {
    private static final int AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final Tasks tasks;

    TaskDeliveries(Jdbi jdbi, Tasks tasks) {
        this.jdbi = jdbi;
        this.tasks = tasks;
    }

    @Override
    public String topicKind() {
        return DailyPush.TOPIC;
    }

    @Override
    public void settled(Parcel parcel, Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.Delivered) {
            tasks.delivered(parcel.topic().id(), at);
        } else if (outcome instanceof Outcome.Unreachable) {
            tasks.unreachable(parcel.topic().id(), at);
        }
    }

    @Override
    public void settled(List<Settled> all, Instant at) {
        List<Settled> telling = all.stream()
                .filter(one ->
                        one.outcome() instanceof Outcome.Delivered || one.outcome() instanceof Outcome.Unreachable)
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "insert into task_delivery (task_id, unreachable, heard_at) values (:task, :unreachable, :at)");
            for (Settled one : telling) {
                batch.bind("task", one.parcel().topic().id())
                        .bind("unreachable", one.outcome() instanceof Outcome.Unreachable)
                        .bind("at", at)
                        .add();
            }
            batch.execute();
        });
    }

    private record Heard(long id, long task, boolean isUnreachable, Instant at) {}

    /**
     * Carries the oldest of the list over to their tasks.
     *
     * @return whether there may be more that can be carried over now
     */
    public boolean fold() {
        return jdbi.inTransaction(handle -> {
            List<Heard> heard = handle.createQuery("""
                            select id, task_id, unreachable, heard_at from task_delivery
                            where id in (select id from task_delivery order by id limit :most)
                            order by id for update skip locked
                            """)
                    .bind("most", AT_ONCE)
                    .map((row, context) -> new Heard(
                            row.getLong("id"),
                            row.getLong("task_id"),
                            row.getBoolean("unreachable"),
                            row.getTimestamp("heard_at").toInstant()))
                    .list();
            return !heard.isEmpty() && fold(handle, heard) > 0 && heard.size() == AT_ONCE;
        });
    }

    private int fold(Handle handle, List<Heard> heard) {
        Set<Long> free = new HashSet<>(handle.createQuery(
                        "select id from task where id in (<tasks>) order by id for update skip locked")
                .bindList("tasks", heard.stream().map(Heard::task).distinct().toList())
                .mapTo(Long.class)
                .list());
        List<Heard> folded =
                heard.stream().filter(one -> free.contains(one.task())).toList();
        if (folded.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch("""
                update task set unreachable = unreachable or :unreachable,
                                delivered_at = case when :unreachable then delivered_at else coalesce(delivered_at, :at) end
                where id = :task
                """ + Tasks.NOT_CLOSED);
        for (Heard one : folded) {
            batch.bind("unreachable", one.isUnreachable())
                    .bind("at", one.at())
                    .bind("task", one.task())
                    .add();
        }
        batch.execute();
        return handle.createUpdate("delete from task_delivery where id in (<ids>)")
                .bindList("ids", folded.stream().map(Heard::id).toList())
                .execute();
    }
}
