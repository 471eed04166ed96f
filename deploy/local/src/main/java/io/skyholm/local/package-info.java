/** The launcher: brings the suite up on one machine, for a person, for tests and for benchmarks, by one path. */
@NullMarked
package io.skyholm.local;

import org.jspecify.annotations.NullMarked;
