package org.panfeng.telegram;

import java.time.Duration;

/**
 * How long an attempt at a parcel waits for Telegram.
 *
 * @param call for one request that brings no files
 * @param attempt for all requests together, and for one that brings files; less than the lease of a parcel
 */
record Patience(Duration call, Duration attempt) {
    /** 50 MB in a minute and a half are 4.5 megabits a second. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(90));
}
