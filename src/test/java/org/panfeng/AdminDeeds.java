package org.panfeng;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.panfeng.Village.Deed;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Sender;

/** Leave, suspensions and moves: asked for by their people, decided and entered by the admin. */
final class AdminDeeds {
    private static final int SELF_DAYS_BACK = 7;

    private final Village village;
    private final Random random;
    private final List<Long> departments;

    AdminDeeds(Village village, Random random, List<Long> departments) {
        this.village = village;
        this.random = random;
        this.departments = departments;
    }

    static Deed tap(Village village, long by, String data, Deed.Meaning meaning) {
        long update = village.nextUpdate();
        return new Deed(new Incoming.Tap(update, new Sender(by, "?"), by, 1, "tap" + update, data), meaning);
    }

    private Deed admin(String data, Deed.Meaning meaning) {
        return tap(village, Village.ADMIN, data, meaning);
    }

    /** Something that happens to this person. */
    Deed any(Life life) {
        int what = random.nextInt(12);
        if (what < 6) {
            return leave(life, what < 4 ? life.telegramId : Village.ADMIN);
        } else if (what < 9) {
            return life.book.leaves().isEmpty()
                    ? leave(life, life.telegramId)
                    : about(
                            life,
                            life.book
                                    .leaves()
                                    .get(random.nextInt(life.book.leaves().size())));
        } else if (what < 11) {
            return random.nextBoolean() ? suspended(life) : returned(life);
        }
        return moved(life);
    }

    private Deed leave(Life life, long by) {
        LocalDate joined = Almanac.dayOf(Optional.ofNullable(life.enrolledAt).orElseThrow());
        LocalDate about = village.today().plusDays(random.nextInt(22) - 14);
        LocalDate first = about.isBefore(joined) ? joined : about;
        LocalDate last = first.plusDays(random.nextInt(4) == 0 ? random.nextInt(9) : 0);
        return tap(village, by, "leave:take:%d:%s:%s".formatted(life.personId, first, last), now -> {
            boolean isPointless = first.datesUntil(last.plusDays(1)).noneMatch(village.almanac()::isStudyDay);
            if (isPointless || life.book.overlaps(first, last)) {
                return;
            }
            LeaveBook.Entry asked = life.book.ask(first, last);
            life.note(now, "leave %s to %s, by %d".formatted(first, last, by));
            if (by == Village.ADMIN || !wantsApproval(first)) {
                life.book.grant(asked, now);
            }
        });
    }

    private boolean wantsApproval(LocalDate first) {
        return village.settings().people().leave() == Settings.Leave.APPROVAL
                || first.isBefore(village.today().minusDays(SELF_DAYS_BACK));
    }

    private Deed about(Life life, LeaveBook.Entry leave) {
        long id = idOf(life, leave);
        if (!leave.isValid && random.nextInt(4) > 0) {
            boolean isApproved = random.nextInt(4) > 0;
            return admin("wish:%s:%d".formatted(isApproved ? "yes" : "no", id), now -> {
                life.note(now, (isApproved ? "approved " : "refused ") + leave.first);
                if (isApproved) {
                    life.book.grant(leave, now);
                } else {
                    life.book.strike(leave, now);
                }
            });
        }
        long by = random.nextBoolean() ? life.telegramId : Village.ADMIN;
        return tap(village, by, "leave:drop:%d:%d".formatted(life.personId, id), now -> {
            LocalDate today = Almanac.dayOf(now);
            LocalDate last = Optional.ofNullable(leave.last).orElseThrow();
            boolean isOver = leave.isValid && last.isBefore(today);
            if (isOver && by != Village.ADMIN && wantsApproval(leave.first)) {
                return;
            }
            life.note(now, "leave of " + leave.first + " ends, by " + by);
            if (leave.isValid && leave.covers(today) && leave.first.isBefore(today)) {
                life.book.end(leave, today.minusDays(1), now);
            } else {
                life.book.strike(leave, now);
            }
        });
    }

    private long idOf(Life life, LeaveBook.Entry leave) {
        return village.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select id from absence where person_id = :person and kind = 'leave' and first_day = :first
                          and state in ('asked', 'valid')
                        """)
                        .bind("person", life.personId)
                        .bind("first", leave.first)
                        .mapTo(Long.class)
                        .one());
    }

    private Deed suspended(Life life) {
        return admin("person:suspend:" + life.personId, now -> {
            life.note(now, "suspended");
            life.book.suspend(Almanac.dayOf(now), now);
        });
    }

    private Deed returned(Life life) {
        return admin("person:return:" + life.personId, now -> {
            life.note(now, "brought back");
            life.book.bringBack(Almanac.dayOf(now), now);
        });
    }

    private Deed moved(Life life) {
        long to = departments.get(random.nextInt(departments.size()));
        return admin("person:to:%d:%d".formatted(life.personId, to), now -> {
            life.note(now, "moved to " + to);
            life.department = to;
        });
    }
}
