package org.panfeng.chat;

/** Takes the words a chat was asked for. What was asked is named in the texts under {@code prompt.KIND}. */
public interface PromptHandler {
    String kind();

    /**
     * The prompt is closed already; a handler that wants better words asks again.
     *
     * @param payload what the asker noted down
     */
    void answered(Turn turn, String payload, String words);
}
