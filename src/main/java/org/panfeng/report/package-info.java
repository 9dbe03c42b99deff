/** What people ask to see: rankings, and for admins how the bot is doing. */
@NullMarked
package org.panfeng.report;

import org.jspecify.annotations.NullMarked;
