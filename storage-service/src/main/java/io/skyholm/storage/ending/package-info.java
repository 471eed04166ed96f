/** What ends by itself: what somebody deleted and nobody has taken back in time, and what has expired. */
@NullMarked
package io.skyholm.storage.ending;

import org.jspecify.annotations.NullMarked;
