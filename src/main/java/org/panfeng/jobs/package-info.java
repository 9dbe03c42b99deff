/** Quartz, and nothing else: short jobs that hand a feature the instant, and the agenda of what comes next. */
@NullMarked
package org.panfeng.jobs;

import org.jspecify.annotations.NullMarked;
