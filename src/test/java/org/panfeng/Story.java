package org.panfeng;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;
import org.panfeng.storage.Database;

/** Conversations that are kept as a golden file, chapter by chapter: what everybody did and saw in it. */
final class Story implements AutoCloseable {
    /** The settings that every story begins with: four short lessons of its own, so that it stays as it is when the shipped ones change. */
    private static final String LESSONS = "config=src/test/resources/office";

    private final Language language;
    private final StringBuilder text = new StringBuilder();
    private final List<Office> closed = new ArrayList<>();
    private Office office;

    Story(Language language, String now, String... settings) {
        this.language = language;
        this.office = open(TestDatabase.H2.open(), now, settings);
    }

    private Office open(Database database, String now, String... settings) {
        List<String> all = new ArrayList<>(List.of(LESSONS, "language=" + language.code()));
        all.addAll(List.of(settings));
        return new Office(database, now, all.toArray(String[]::new));
    }

    /** Goes on in another office. */
    Office moves(String now, String... settings) {
        closed.add(office);
        office = open(TestDatabase.H2.open(), now, settings);
        return office;
    }

    /** Goes on in the same office, started again with other settings. */
    Office restarts(String now, String... settings) {
        office = open(office.panfeng().database, now, settings);
        return office;
    }

    Office office() {
        return office;
    }

    /** A label or a text in the story's language. */
    String the(String key, Object... args) {
        return Texts.plain(language, key, args);
    }

    String in(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    /** Somebody enrolled long ago: in the list, but not in the story. */
    Person knows(long id, String name, DepartmentId department) {
        Panfeng panfeng = office.panfeng();
        Person met = panfeng.staff.meet(id, name, language, Person.Status.GUEST);
        return panfeng.staff.enrol(met.id(), Optional.of(department), office.now());
    }

    DepartmentId department(String name) {
        return office.panfeng().departments.add(name, office.now()).orElseThrow();
    }

    /** What has not been told belongs to no chapter and is forgotten. */
    void skips() {
        office.members().forEach(Member::told);
    }

    /** What this person has lived through so far is forgotten. */
    void skipsOf(Member member) {
        member.told();
    }

    /** Ends a chapter: writes down what everybody did and saw since the last one. */
    void tells(String title) {
        text.append(text.isEmpty() ? "" : "\n\n").append("━━━ ").append(title).append(" ━━━\n");
        for (Member member : office.members()) {
            String told = member.told();
            if (!told.isEmpty()) {
                text.append("\n— ").append(member.name()).append(" —\n\n").append(told);
            }
        }
    }

    /** Ends the story and compares it with its golden file. */
    void ends(String name) throws IOException {
        Golden.check(name + "." + language.code() + ".txt", text.toString());
    }

    @Override
    public void close() {
        closed.forEach(Office::close);
        office.close();
    }
}
