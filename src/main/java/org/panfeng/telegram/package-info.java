/** The only package that imports {@code org.telegram}: the poller, the courier, the translation both ways. */
@NullMarked
package org.panfeng.telegram;

import org.jspecify.annotations.NullMarked;
