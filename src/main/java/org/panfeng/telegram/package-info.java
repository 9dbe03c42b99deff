/** The only package that imports org.telegram: the poller, the courier, the translation both ways. */
@NullMarked
package org.panfeng.telegram;

import org.jspecify.annotations.NullMarked;
