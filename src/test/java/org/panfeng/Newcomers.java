package org.panfeng;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.panfeng.Village.Deed;
import org.panfeng.chat.Language;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;

/** How the people of a village come in: most are there from the first morning on, some join later by an invitation. */
final class Newcomers {
    private static final List<String> NAMES = List.of("李明", "王芳", "Zoë", "zoe", "😀", "Ａ", "李", "ß");
    private static final double[] DILIGENCE = {1, 0.97, 0.9, 0.7, 0.4, 0.1};

    private final Village village;
    private final Random random;
    private final List<DepartmentId> departments = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    Newcomers(Village village, Random random) {
        this.village = village;
        this.random = random;
        for (String name : List.of("办公室", "财务科", "人事科", "后勤科")) {
            DepartmentId added =
                    village.panfeng().departments.add(name, village.now()).orElseThrow();
            departments.add(added);
            codes.add(village.panfeng().invitations.issue(added, Village.ADMIN, village.now()));
        }
    }

    List<Long> departments() {
        return departments.stream().map(DepartmentId::value).toList();
    }

    void settle(int people) {
        village.panfeng().database.jdbi().useTransaction(handle -> {
            for (int number = 1; number <= people; number++) {
                Life life = new Life(
                        village.almanac(),
                        1000 + number,
                        NAMES.get(random.nextInt(NAMES.size())) + (random.nextInt(3) == 0 ? "" : number),
                        DILIGENCE[random.nextInt(DILIGENCE.length)]);
                village.register().add(life);
                if (random.nextInt(8) > 0) {
                    founds(life);
                }
            }
        });
    }

    private void founds(Life life) {
        Instant now = village.now();
        DepartmentId department = departments.get(random.nextInt(departments.size()));
        Person met = village.panfeng().staff.meet(life.telegramId, life.name, Language.ZH, Person.Status.GUEST);
        village.panfeng().staff.enrol(met.id(), Optional.of(department), now);
        life.department = department.value();
        village.register().enrolled(life, met.id().value(), now);
    }

    /** Whoever is still outside joins one day, at any hour. */
    Optional<Deed> joins(Life life, Deeds deeds) {
        if (random.nextInt(60) > 0) {
            return Optional.empty();
        }
        DepartmentId department = departments.get(random.nextInt(departments.size()));
        life.department = department.value();
        return Optional.of(deeds.joins(life, codes.get(departments.indexOf(department))));
    }
}
