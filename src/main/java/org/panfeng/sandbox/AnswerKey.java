package org.panfeng.sandbox;

import java.util.List;

/** What the programme's questions want to hear, as far as people can know it. */
@FunctionalInterface
public interface AnswerKey {

    /**
     * What is right for the question in a message: the labels of the buttons to press or, where there are none, one text to type.
     *
     * @return empty if the message asks nothing of the programme
     */
    List<String> rightFor(String message);
}
