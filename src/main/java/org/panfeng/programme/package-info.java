/** What is studied and when: the study calendar, the study day, lessons with their questions, and the reading of both from files. */
@NullMarked
package org.panfeng.programme;

import org.jspecify.annotations.NullMarked;
