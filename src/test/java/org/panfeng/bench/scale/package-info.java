/** Offices of 100,000 people: a history to measure on, and what must stay fast with it. */
@NullMarked
package org.panfeng.bench.scale;

import org.jspecify.annotations.NullMarked;
