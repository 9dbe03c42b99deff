/** Many things done in one transaction: what they need is read at once, what they write is written at once. */
@NullMarked
package org.panfeng.batch;

import org.jspecify.annotations.NullMarked;
