package org.panfeng.study;

/** Names a person's task of a study day. */
public record TaskId(long value) {}
