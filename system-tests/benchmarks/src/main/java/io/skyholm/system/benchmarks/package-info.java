/** How fast the suite is, next to a floor that is measured in the same run. */
@NullMarked
package io.skyholm.system.benchmarks;

import org.jspecify.annotations.NullMarked;
