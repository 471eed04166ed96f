/** The parts of the suite, each of which knows how it is prepared, started, found ready and ended. */
@NullMarked
package io.skyholm.local.part;

import org.jspecify.annotations.NullMarked;
