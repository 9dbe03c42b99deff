/** Broadcasts: the draft, its preview, the sending with progress, the report. */
@NullMarked
package org.panfeng.notice;

import org.jspecify.annotations.NullMarked;
