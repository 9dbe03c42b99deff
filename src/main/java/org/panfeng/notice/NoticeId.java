package org.panfeng.notice;

/** Names a notice. */
record NoticeId(long value) {}
