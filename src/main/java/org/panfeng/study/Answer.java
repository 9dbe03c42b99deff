package org.panfeng.study;

/**
 * What a person answered to one question of a task.
 *
 * @param question counted from 0
 * @param given the options by their letters, or the words
 */
record Answer(int question, String given, boolean isCorrect) {}
