package org.panfeng.people;

import java.util.Optional;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;

/** The words an admin types for {@code /people}. */
final class PeoplePrompts {
    private PeoplePrompts() {}

    /** The name of a new department, which gets its invitation link at once. */
    record NewDepartment(Departments departments, Invitations invitations, PeoplePanel panel) implements PromptHandler {
        @Override
        public String kind() {
            return PeopleButtons.NEW_DEPARTMENT;
        }

        @Override
        public Role answeredBy() {
            return Role.ADMIN;
        }

        @Override
        public void answered(Turn turn, String payload, String words) {
            Optional<String> name = PersonName.tidy(words);
            int length = words.strip().length();
            if (name.isEmpty()) {
                again(turn, "people.bad-department");
            } else if (length > PersonName.LONGEST) {
                again(turn, "people.department-too-long", length, PersonName.LONGEST);
            } else {
                departments
                        .add(name.get(), turn.now())
                        .ifPresentOrElse(
                                added -> show(turn, added), () -> again(turn, "people.department-exists", name.get()));
            }
        }

        private void again(Turn turn, String why, Object... args) {
            turn.ask(kind(), "");
            turn.say(why, args);
        }

        private void show(Turn turn, DepartmentId added) {
            invitations.issue(added, turn.speaker().sender().id(), turn.now());
            Department department = departments.withId(added).orElseThrow();
            PeoplePanel.View view = panel.department(turn.language(), department);
            turn.send(view.content(), view.keyboard());
        }
    }

    /** Part of a name to look for. */
    record Find(PeoplePanel panel) implements PromptHandler {
        @Override
        public String kind() {
            return PeopleButtons.FIND;
        }

        @Override
        public Role answeredBy() {
            return Role.ADMIN;
        }

        @Override
        public void answered(Turn turn, String payload, String words) {
            PeoplePanel.View view = panel.found(turn.language(), words);
            if (panel.hasNobody(words)) {
                turn.ask(kind(), "");
            }
            turn.send(view.content(), view.keyboard());
        }
    }
}
