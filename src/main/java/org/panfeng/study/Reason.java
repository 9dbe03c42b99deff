package org.panfeng.study;

/** Why a day has its state. */
public enum Reason {
    NOT_OVER,
    ANSWERED,
    MADE_UP,
    /** Missed, but a freeze was held. */
    FREEZE,
    /** The person had only just come in. */
    ENROLMENT_DAY,
    SUSPENDED,
    LEAVE,
    /** The lesson was taken away before it was done. */
    WITHDRAWN,
    /** The task did not reach the person in time, by a fault of ours. */
    NOT_DELIVERED,
    UNANSWERED
}
