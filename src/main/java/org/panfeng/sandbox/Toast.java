package org.panfeng.sandbox;

import java.time.Instant;

/**
 * What the bot answered to a pressed button: a line that fades, or an alert that must be closed.
 *
 * @param queryId the press it answers
 * @param text empty if the answer only stops the button's progress circle
 */
public record Toast(String queryId, String text, boolean alert, Instant at) {}
