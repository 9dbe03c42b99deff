package org.panfeng.chat;

/** The buttons of a {@link DayPicker} that only fill its rows: a label says nothing, a day that cannot be picked says so. */
public final class InertButtons implements ButtonHandler {
    private static final String PREFIX = "inert";
    static final String LABEL = PREFIX + ":label";
    static final String DAY = PREFIX + ":day";

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        if (data.word(0).equals("day")) {
            turn.toast("picker.closed");
        }
    }
}
