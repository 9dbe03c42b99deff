package org.panfeng;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.panfeng.mailbox.Carriage;
import org.panfeng.mailbox.Deliveries.Ended;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;

/** The messenger of a village: delivers tasks as each life has it, and throws away what nobody reads. */
final class Mail implements Carriage {
    private static final String TASK = "task";
    /** As a courier does; H2 takes the square of it in time. */
    private static final int PORTION = 40;

    /** What becomes of a day's task on its way. */
    enum Fate {
        ARRIVES,
        REFUSED,
        BLOCKED,
        /** Waits until two hours before the end, the very instant still in time. */
        JUST,
        /** A second later than that. */
        LATE,
        AFTER,
        BLOCKED_AFTER;

        Instant due(LocalDate day) {
            Instant end = Almanac.endOf(day);
            return switch (this) {
                case ARRIVES, REFUSED, BLOCKED -> Instant.MIN;
                case JUST -> end.minus(Duration.ofHours(2));
                case LATE -> end.minus(Duration.ofHours(2)).plusSeconds(1);
                case AFTER, BLOCKED_AFTER -> end.plusSeconds(1);
            };
        }

        Outcome outcome() {
            return switch (this) {
                case ARRIVES, JUST, LATE, AFTER -> new Outcome.Delivered(1);
                case REFUSED -> new Outcome.Refused("400 made up");
                case BLOCKED, BLOCKED_AFTER -> new Outcome.Unreachable("403 made up");
            };
        }
    }

    private final Village village;
    private final List<Parcel> replies = new ArrayList<>();

    Mail(Village village) {
        this.village = village;
    }

    @Override
    public void take(List<Parcel> claimed) {
        replies.addAll(claimed);
    }

    @Override
    public void look() {}

    /** Hands over the replies that tell of a task and returns all; nobody waits for the others. */
    List<Parcel> replies() {
        List<Ended> rows = replies.stream()
                .filter(parcel -> parcel.place() instanceof Parcel.OwnRow)
                .map(parcel -> new Ended(parcel, new Outcome.Delivered(1)))
                .toList();
        settle(rows);
        List<Parcel> all = List.copyOf(replies);
        replies.clear();
        village.run("delete from bundle");
        return all;
    }

    /** Delivers the tasks that are due. */
    void deliver() {
        village.run("delete from outbox where state > 1 or state = 0 and topic_kind <> 'task'");
        List<Parcel> parcels = claim();
        while (!parcels.isEmpty()) {
            settle(parcels.stream()
                    .map(parcel -> new Ended(parcel, fate(parcel).outcome()))
                    .toList());
            village.panfeng().study.deliveries().fold();
            parcels = claim();
        }
    }

    private List<Parcel> claim() {
        if (village.panfeng().outbox.waiting().isEmpty()) {
            return List.of();
        }
        village.passesInRealTime(Duration.ofHours(1));
        return village.panfeng()
                .deliveries
                .claim(
                        Lane.TASK,
                        PORTION,
                        chat -> village.register().life(chat).isHeldUp(village.now())
                                ? Duration.ofMinutes(30)
                                : Duration.ZERO);
    }

    private Fate fate(Parcel parcel) {
        return village.register()
                .life(parcel.chatId())
                .fateOf(village.register().dayOf(parcel.topic().id()));
    }

    private void settle(List<Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        village.panfeng().database.jdbi().useTransaction(handle -> {
            List<Ended> over = village.panfeng().deliveries.settle(ended);
            List<DeliveryReport.Settled> tasks = over.stream()
                    .filter(one -> one.parcel().topic().kind().equals(TASK))
                    .map(one -> new DeliveryReport.Settled(one.parcel(), one.outcome()))
                    .toList();
            village.panfeng().study.deliveries().settled(tasks, village.now());
            tasks.forEach(this::note);
        });
    }

    private void note(DeliveryReport.Settled task) {
        Life life = village.register().life(task.parcel().chatId());
        LocalDate day = village.register().dayOf(task.parcel().topic().id());
        life.note(village.now(), day + " " + task.outcome());
        if (task.outcome() instanceof Outcome.Delivered) {
            life.delivered.putIfAbsent(day, village.now());
        } else if (task.outcome() instanceof Outcome.Unreachable) {
            village.panfeng().staff.lost(life.telegramId, village.now());
            life.keepsOut(day);
        }
    }
}
