package org.panfeng;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import org.panfeng.storage.Database;

/** What a start says: in a few lines what was opened, and what to do next. */
final class Greeting {
    private Greeting() {}

    static void print(
            PrintWriter out,
            Configuration configuration,
            Database database,
            Panfeng panfeng,
            int httpPort,
            long nanos) {
        Settings settings = configuration.settings();
        int lessons = configuration.syllabus().lessons().size();
        out.printf(
                Locale.ROOT,
                "Panfeng %s is running, ready in %.1f s.%n"
                        + "  bot        %s%n"
                        + "  database   %s, %s enrolled%n"
                        + "  programme  %s, %s; calendar %s%s%n"
                        + "  health     http://%s:%d/health%n"
                        + "%s"
                        + "Stop with Ctrl-C.%n",
                Version.NUMBER,
                nanos / 1e9,
                panfeng.botName().isEmpty()
                        ? "not known yet, Telegram does not answer"
                        : "https://t.me/" + panfeng.botName(),
                database.description(),
                Counted.of(panfeng.staff.audience().everybody(), "person", "people"),
                settings.programme().id(),
                Counted.of(lessons, "lesson"),
                settings.programme().calendar(),
                calendarGap(configuration, panfeng),
                settings.http().bind(),
                httpPort,
                firstSteps(settings, panfeng));
        out.flush();
    }

    private static String calendarGap(Configuration configuration, Panfeng panfeng) {
        LocalDate today = configuration.timetable().dateOf(panfeng.realTime());
        return configuration.timetable().calendar().hasDataFor(today.getYear())
                ? ""
                : " (NO DATA FOR " + today.getYear() + ": plain weekdays count)";
    }

    private static String firstSteps(Settings settings, Panfeng panfeng) {
        if (panfeng.staff.audience().everybody() > 0) {
            return "";
        }
        return settings.people().admins().isEmpty()
                ? String.format(
                        "Nobody is an admin yet: send /start to the bot, put the id it answers with into people.admins, and start again.%n")
                : String.format(
                        "Nobody is enrolled yet: as an admin, send /people to the bot and hand out an invitation link.%n");
    }
}
