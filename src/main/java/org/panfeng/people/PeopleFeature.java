package org.panfeng.people;

import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Commands;
import org.panfeng.chat.Language;
import org.panfeng.chat.PromptHandler;
import org.panfeng.mailbox.Outbox;

/** The people's commands, buttons and prompts, put together. */
public final class PeopleFeature {
    private final Staff staff;
    private final Menus menus;
    private final List<Command> commands;
    private final List<ButtonHandler> buttons;
    private final List<PromptHandler> prompts;

    /**
     * @param officePushAt when the office's task comes, for those who have chosen no time of their own
     * @param botName the bot's user name at the messenger
     */
    public PeopleFeature(
            Enrolment.Mode mode,
            LeaveRule leaveRule,
            Language language,
            LocalTime officePushAt,
            Staff staff,
            Departments departments,
            Invitations invitations,
            Absences absences,
            StudyDates dates,
            StreakDays streaks,
            Outbox outbox,
            Supplier<Commands> allCommands,
            Supplier<String> botName,
            Newcomers newcomers) {
        this.staff = staff;
        menus = new Menus(outbox, allCommands);
        Enrolment enrolment = new Enrolment(mode, language, staff, departments, invitations, outbox, menus, newcomers);
        PeoplePanel panel = new PeoplePanel(staff, departments, invitations, absences, botName);
        PersonPanel personPanel = new PersonPanel(departments, absences);
        LeaveEffects leaveEffects = new LeaveEffects(absences, dates, streaks);
        LeaveLetters letters = new LeaveLetters(staff, departments, dates, leaveEffects, outbox);
        LeaveChoice leaveChoice = new LeaveChoice(leaveRule, absences, dates);
        LeavePanel leavePanel = new LeavePanel(absences, dates, leaveChoice);
        SettingsCommand settings = new SettingsCommand(staff, menus, officePushAt);
        EnrolmentButtons welcome = new EnrolmentButtons(staff, departments, enrolment);
        commands = List.of(
                new StartCommand(staff, enrolment, newcomers),
                new LeaveCommand(staff, dates, leavePanel),
                settings,
                new PeopleCommand(panel));
        buttons = List.of(
                welcome,
                settings,
                new PeopleButtons(staff, departments, invitations, enrolment, panel, outbox),
                new PersonButtons(staff, departments, absences, dates, personPanel, menus, letters),
                new LeaveButtons(staff, absences, dates, leavePanel, leaveChoice, leaveEffects, letters),
                new LeaveRequests(staff, absences, leaveEffects, letters));
        prompts = List.of(
                welcome,
                settings,
                new PeoplePrompts.NewDepartment(departments, invitations, panel),
                new PeoplePrompts.Find(panel));
    }

    /** Speaks this language to a person from now on, as if they had chosen it. */
    public void speak(Person person, Language language) {
        staff.speak(person.id(), language);
        staff.withTelegramId(person.telegramId()).ifPresent(menus::show);
    }

    /** Shows a person's chat the commands of their role: for people who did not come in through the chat. */
    public void showMenu(Person person) {
        menus.show(person);
    }

    public List<Command> commands() {
        return commands;
    }

    public List<ButtonHandler> buttons() {
        return buttons;
    }

    public List<PromptHandler> prompts() {
        return prompts;
    }
}
