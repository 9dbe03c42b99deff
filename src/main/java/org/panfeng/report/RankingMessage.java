package org.panfeng.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Labels;
import org.panfeng.chat.Language;
import org.panfeng.chat.Markdown;
import org.panfeng.chat.Pages;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.people.Department;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;
import org.panfeng.study.Places;

/** A ranking as a table, with its header and the buttons that change what is ranked. */
final class RankingMessage {
    static final int PAGE = 10;
    private static final int NEIGHBOURS = 3;

    private final Rankings rankings;
    private final ZoneId zone;

    RankingMessage(Rankings rankings, ZoneId zone) {
        this.rankings = rankings;
        this.zone = zone;
    }

    record View(Content content, Keyboard keyboard) {}

    static LocalDate firstDay(RankingView view, LocalDate today) {
        return switch (view) {
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.withDayOfMonth(1);
            case STREAK, ALL -> LocalDate.of(2000, 1, 1);
        };
    }

    /** One page, and where the viewer stands if that is on another one. */
    View page(
            Language language,
            Rankings.Scope scope,
            String department,
            Optional<Person> viewer,
            int page,
            Instant now) {
        Places places = rankings.places(scope);
        long size = places.size();
        int count = Pages.count(size, PAGE);
        int within = Math.min(page, count - 1);
        List<Standing> shown = rankings.rows(scope, places, (long) within * PAGE, PAGE);
        StringBuilder markdown = header(language, scope, department, size, now);
        table(markdown, language, scope, shown, viewer);
        viewer.filter(Person::isEnrolled)
                .flatMap(person -> rankings.of(scope, places, person.id()))
                .filter(own -> !shown.contains(own))
                .ifPresent(own -> markdown.append("\n\n").append(own(language, own, size)));
        Keyboard keyboard = Pages.turner(within, count, next -> data("show", scope.view(), scope.department(), next))
                .and(views(language, scope))
                .and(Keyboard.row(new Button(
                        department.isEmpty()
                                ? Texts.plain(language, "ranking.choose")
                                : "🏢 " + Labels.of(department) + " ▾",
                        data("choose", scope.view(), Optional.empty(), 0))));
        return new View(Content.rich(markdown.toString()), keyboard);
    }

    /** The top, and the three before and after the viewer. */
    View neighbours(Language language, Rankings.Scope scope, String department, Person viewer, Instant now) {
        Places places = rankings.places(scope);
        StringBuilder markdown = header(language, scope, department, places.size(), now);
        List<Standing> top = rankings.rows(scope, places, 0, PAGE);
        table(markdown, language, scope, top, Optional.of(viewer));
        Optional<Standing> own = rankings.of(scope, places, viewer.id());
        List<Standing> around =
                own.map(standing -> around(scope, places, standing, top)).orElse(List.of());
        if (!around.isEmpty()) {
            markdown.append("\n\n")
                    .append(Texts.plain(language, "ranking.around"))
                    .append("\n\n");
            table(markdown, language, scope, around, Optional.of(viewer));
        }
        own.ifPresent(standing -> markdown.append("\n\n").append(own(language, standing, places.size())));
        return new View(Content.rich(markdown.toString()), views(language, scope));
    }

    /** Somebody and their neighbours, as far as they do not stand at the top. */
    private List<Standing> around(Rankings.Scope scope, Places places, Standing own, List<Standing> top) {
        List<Standing> around = new ArrayList<>(rankings.before(scope, places, own, NEIGHBOURS));
        around.add(own);
        around.addAll(rankings.after(scope, places, own, NEIGHBOURS));
        around.removeAll(top);
        return around;
    }

    private StringBuilder header(Language language, Rankings.Scope scope, String department, long size, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        String whom = department.isEmpty() ? Texts.plain(language, "ranking.everybody") : department;
        return new StringBuilder("## ")
                .append(Texts.plain(language, "ranking.title." + scope.view().key()))
                .append("\n\n")
                .append(Texts.plain(
                        language,
                        "ranking.header",
                        Markdown.escape(whom),
                        size,
                        Dates.day(language, local.toLocalDate()) + " " + Dates.time(local.toLocalTime())))
                .append("\n\n");
    }

    private static void table(
            StringBuilder markdown,
            Language language,
            Rankings.Scope scope,
            List<Standing> standings,
            Optional<Person> viewer) {
        if (standings.isEmpty()) {
            markdown.append(Texts.plain(language, "ranking.empty"));
            return;
        }
        boolean isStreak = scope.view() == RankingView.STREAK;
        boolean showsDepartment = scope.department().isEmpty();
        List<String> titles = new ArrayList<>(List.of("ranking.place", "ranking.name"));
        if (showsDepartment) {
            titles.add("ranking.department");
        }
        titles.add(isStreak ? "ranking.streak" : "ranking.days");
        if (isStreak) {
            titles.add("ranking.longest");
        }
        markdown.append("| ")
                .append(String.join(
                        " | ",
                        titles.stream().map(key -> Texts.plain(language, key)).toList()))
                .append(" |\n|--:|:--")
                .append(showsDepartment ? "|:--" : "")
                .append("|--:")
                .append(isStreak ? "|--:" : "")
                .append("|\n");
        for (Standing standing : standings) {
            boolean isViewer = viewer.filter(person -> person.id().value() == standing.personId())
                    .isPresent();
            String name = Markdown.escape(standing.name());
            markdown.append("| ").append(standing.place()).append(" | ").append(isViewer ? "**" + name + "**" : name);
            if (showsDepartment) {
                markdown.append(" | ").append(Markdown.escape(standing.department()));
            }
            markdown.append(" | ").append(standing.days());
            if (isStreak) {
                markdown.append(" | ").append(standing.longest());
            }
            markdown.append(" |\n");
        }
    }

    private static String own(Language language, Standing own, long size) {
        return Texts.plain(language, "ranking.own", own.place(), size, own.days());
    }

    private static Keyboard views(Language language, Rankings.Scope scope) {
        List<Button> buttons = new ArrayList<>();
        for (RankingView view : RankingView.values()) {
            String label = Texts.plain(language, "ranking.view." + view.key());
            buttons.add(
                    new Button(view == scope.view() ? "● " + label : label, data("show", view, scope.department(), 0)));
        }
        return new Keyboard(List.of(buttons));
    }

    Content departmentQuestion(Language language) {
        return Content.html(Texts.html(language, "ranking.which-department"));
    }

    Keyboard departmentButtons(Language language, List<Department> all, RankingView view, int page) {
        Keyboard everybody = Keyboard.row(
                new Button(Texts.plain(language, "ranking.everybody"), data("show", view, Optional.empty(), 0)));
        return everybody.and(Pages.of(all, page, 8)
                .keyboard(
                        department -> new Button(
                                Labels.of(department.name()), data("show", view, Optional.of(department.id()), 0)),
                        next -> data("choose", view, Optional.empty(), next)));
    }

    private static String data(String what, RankingView view, Optional<DepartmentId> department, int page) {
        return RankingCommand.PREFIX + ":" + what + ":" + view.ordinal() + ":"
                + department.map(DepartmentId::value).orElse(0L) + ":" + page;
    }
}
