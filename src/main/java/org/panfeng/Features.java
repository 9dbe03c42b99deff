package org.panfeng;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.panfeng.calendar.CalendarFeature;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Commands;
import org.panfeng.chat.HelpCommand;
import org.panfeng.chat.InertButtons;
import org.panfeng.chat.PromptHandler;
import org.panfeng.notice.NoticeFeature;
import org.panfeng.people.PeopleFeature;
import org.panfeng.report.ReportFeature;
import org.panfeng.study.StudyFeature;

/** Everything that people can say to the bot and press. */
record Features(
        StudyFeature study,
        CalendarFeature calendar,
        ReportFeature report,
        NoticeFeature notice,
        PeopleFeature people) {
    private static final List<String> MENU = List.of(
            "start",
            "today",
            "streak",
            "why",
            "ranking",
            "leave",
            "push",
            "broadcast",
            "people",
            "calendar",
            "status",
            "settings",
            "help");

    /**
     * The commands, in the order of the menu.
     *
     * @param all these very commands, for the help
     */
    Commands commands(Supplier<Commands> all) {
        List<Command> help = List.of(new HelpCommand(all));
        return new Commands(Stream.of(
                        study.commands(),
                        calendar.commands(),
                        report.commands(),
                        notice.commands(),
                        people.commands(),
                        help)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(command -> MENU.indexOf(command.name())))
                .toList());
    }

    List<ButtonHandler> buttons() {
        List<ButtonHandler> inert = List.of(new InertButtons());
        return Stream.of(
                        study.buttons(),
                        calendar.buttons(),
                        report.buttons(),
                        notice.buttons(),
                        people.buttons(),
                        inert)
                .flatMap(List::stream)
                .toList();
    }

    List<PromptHandler> prompts() {
        return Stream.of(study.prompts(), calendar.prompts(), notice.prompts(), people.prompts())
                .flatMap(List::stream)
                .toList();
    }
}
