/** The command line, the settings and the composition root: where everything is built and started. */
@NullMarked
package org.panfeng;

import org.jspecify.annotations.NullMarked;
