/**
 * Measurements of the packaged bot as a process of its own, each repeatable with one command (docs/measurements.md). In {@code mvn
 * verify} runs only what keeps them working.
 */
@NullMarked
package org.panfeng.bench;

import org.jspecify.annotations.NullMarked;
