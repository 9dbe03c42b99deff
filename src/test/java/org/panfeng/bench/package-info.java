/** Measurements, to be repeated with one command each; none runs in {@code mvn verify}. */
@NullMarked
package org.panfeng.bench;

import org.jspecify.annotations.NullMarked;
