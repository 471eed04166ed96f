/** What benchmarks measure with: parts of their own, load on them, and what that load took. */
@NullMarked
package io.skyholm.system.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
