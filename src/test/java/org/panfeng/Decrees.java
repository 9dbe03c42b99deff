package org.panfeng;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.panfeng.Almanac.Decree;
import org.panfeng.Village.Deed;
import org.panfeng.programme.CalendarChange.Kind;

/** What the admin decides for everybody: days off and on, pauses, lessons withdrawn and given back. */
final class Decrees {
    private static final int DAYS_AROUND = 8;

    private final Village village;
    private final Random random;

    Decrees(Village village, Random random) {
        this.village = village;
        this.random = random;
    }

    Deed any() {
        List<Decree> entered = village.almanac().decrees();
        int what = random.nextInt(10);
        if (what < 3) {
            return village.almanac().isWithdrawn(village.today()) ? givesBack() : withdraws();
        } else if (what < 6 && !entered.isEmpty()) {
            return undoes(entered.get(random.nextInt(entered.size())));
        }
        return enters();
    }

    private Deed enters() {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        LocalDate first = village.today().plusDays(random.nextInt(2 * DAYS_AROUND) - DAYS_AROUND);
        int days = kind == Kind.PAUSE ? 1 + random.nextInt(4) : 1 + random.nextInt(2);
        Decree decree = new Decree(0, kind, first, first.plusDays(days - 1L));
        String data = "cal:ok:%d:%d:%d:".formatted(kind.ordinal(), first.toEpochDay(), days);
        return AdminDeeds.tap(village, Village.ADMIN, data, now -> {
            if (village.almanac().wouldChange(decree)) {
                village.almanac().enter(new Decree(newest(), kind, decree.first(), decree.last()), now);
                village.tellAll("decreed " + decree);
            }
        });
    }

    private long newest() {
        return village.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select max(id) from calendar_change")
                        .mapTo(Long.class)
                        .one());
    }

    private Deed undoes(Decree decree) {
        return AdminDeeds.tap(village, Village.ADMIN, "cal:undone:" + decree.id(), now -> {
            village.almanac().undo(decree, now);
            village.tellAll("undone " + decree);
        });
    }

    private Deed withdraws() {
        return AdminDeeds.tap(village, Village.ADMIN, "cal:gone:" + village.today(), now -> {
            LocalDate today = Almanac.dayOf(now);
            if (village.almanac().isStudyDay(today)) {
                village.almanac().withdraw(today, now);
                village.tellAll("withdrawn");
            }
        });
    }

    private Deed givesBack() {
        return AdminDeeds.tap(village, Village.ADMIN, "cal:given:" + village.today(), now -> {
            LocalDate today = Almanac.dayOf(now);
            if (village.almanac().isStudyDay(today)) {
                village.almanac().giveBack(today);
                village.tellAll("given back");
            }
        });
    }

    /** The bot starts again, at times with a lesson corrected that is studied today or was lately. */
    void restarts() {
        Optional<String> lesson = village.register().lessonOf(village.today().minusDays(random.nextInt(3)));
        boolean isCorrected = lesson.isPresent() && random.nextBoolean();
        village.restart(isCorrected ? village.curriculum().corrected(lesson.orElseThrow()) : village.curriculum());
        village.tellAll(isCorrected ? "restart, corrected " + lesson.orElseThrow() : "restart");
    }
}
