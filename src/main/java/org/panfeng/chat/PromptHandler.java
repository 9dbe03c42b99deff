package org.panfeng.chat;

/** Takes the words a chat was asked for. What was asked is named in the texts under {@code prompt.KIND}. */
public interface PromptHandler {
    String kind();

    /** Whose answer is taken; somebody may have lost a role since they were asked. */
    default Role answeredBy() {
        return Role.GUEST;
    }

    /**
     * Whether the question stays open when the person turns to something else. The others are put away by the next command and by the
     * next question, so that words meant for one thing never answer another.
     */
    default boolean isPatient() {
        return false;
    }

    /**
     * The prompt is closed already; a handler that wants better words asks again.
     *
     * @param payload what the asker noted down
     */
    void answered(Turn turn, String payload, String words);
}
