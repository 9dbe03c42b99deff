package org.panfeng;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panfeng.sandbox.Colleagues;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.Part;

/** The sample people at the messenger: their chats, whom a visitor can be, and how the others study. */
final class SampleCast {
    /** Of the tasks that somebody does at all, the share begun when they come, and of the others when the reminder comes. */
    private static final double PROMPT = 0.85;

    private static final double REMINDED = 0.7;
    private static final double SHARE_RIGHT = 0.8;

    private SampleCast() {}

    /**
     * Everybody gets a chat.
     *
     * @param idle who is played by somebody else, or by nobody
     * @return the habits of the others
     */
    static Map<Long, Colleagues.Habit> gather(Messenger messenger, List<Long> idle) {
        Map<Long, Colleagues.Habit> habits = new LinkedHashMap<>();
        for (SamplePeople.Sample sample : SamplePeople.enrolled()) {
            messenger.addAcquainted(sample.person());
            if (!idle.contains(sample.id())) {
                double diligence = sample.diligence();
                habits.put(sample.id(), new Colleagues.Habit(diligence * PROMPT, diligence * REMINDED, SHARE_RIGHT));
            }
        }
        messenger.add(SamplePeople.newcomer().person());
        return habits;
    }

    /** Names the parts that a visitor can play; the newcomer has been given this invitation. */
    static void name(Messenger messenger, String invitation) {
        messenger.cast(SamplePeople.ADMIN, new Part("管理员", "Admin"));
        messenger.cast(SamplePeople.LEADER, new Part("领导", "Leader"));
        messenger.cast(SamplePeople.MEMBER, new Part("职工", "Staff"));
        messenger.cast(SamplePeople.NEWCOMER, new Part("新人", "Newcomer", invitation));
    }
}
