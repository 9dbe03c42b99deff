package org.panfeng.people;

import java.util.List;
import java.util.function.Function;
import org.panfeng.chat.Labels;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Keyboard;

/** People to choose from: where several have the same name, their departments tell them apart. */
public record Namesakes(Departments departments) {

    /**
     * A button for each of these people, two to a row, or one where a department is said too.
     *
     * @param data what the button of a person says
     */
    public Keyboard choice(List<Person> people, Language language, Function<Person, String> data) {
        boolean isPlain = people.stream().map(Person::name).distinct().count() == people.size();
        return Keyboard.grid(
                people.stream()
                        .map(person -> new Keyboard.Button(label(person, people, language), data.apply(person)))
                        .toList(),
                isPlain ? 2 : 1);
    }

    /** The department of a person, who may have a namesake in another. */
    public String departmentOf(Person person, Language language) {
        return departments.nameOf(person, language);
    }

    private String label(Person person, List<Person> people, Language language) {
        boolean isAlone = people.stream()
                        .filter(other -> other.name().equals(person.name()))
                        .count()
                == 1;
        String name = Labels.of(person.name());
        return isAlone ? name : name + " · " + Labels.of(departments.nameOf(person, language));
    }
}
