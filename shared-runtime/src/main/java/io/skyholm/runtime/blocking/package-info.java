/** Work that blocks, such as reading files, away from the event loop. */
@NullMarked
package io.skyholm.runtime.blocking;

import org.jspecify.annotations.NullMarked;
