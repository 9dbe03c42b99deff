package org.panfeng.study;

/**
 * A question of the syllabus.
 *
 * @param number in the quiz of its lesson, counted from 0
 */
record QuestionRef(String lessonId, int number) {}
