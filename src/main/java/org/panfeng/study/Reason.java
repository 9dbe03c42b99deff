package org.panfeng.study;

/** Why a day has its state. */
public enum Reason {
    NOT_OVER,
    ANSWERED,
    /** The person had only just come in. */
    ENROLMENT_DAY,
    /** The task did not reach the person in time, by a fault of ours. */
    NOT_DELIVERED,
    /** The lesson was taken away before it was done. */
    WITHDRAWN,
    UNANSWERED
}
