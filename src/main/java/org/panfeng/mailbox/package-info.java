/** What comes in and what goes out, as plain records, and the durable outbox: lanes, leases, attempts, outcomes. Knows nothing of Telegram. */
@NullMarked
package org.panfeng.mailbox;

import org.jspecify.annotations.NullMarked;
