/** The day's task: push, quiz, grading, answers, the day ledger and the streak that is its sum. */
@NullMarked
package org.panfeng.study;

import org.jspecify.annotations.NullMarked;
