/**
 * The conversation about the study calendar: what the next weeks are like, what an admin changes about them and what that changes for whom,
 * and the word to the admins when a year has no data.
 */
@NullMarked
package org.panfeng.calendar;

import org.jspecify.annotations.NullMarked;
