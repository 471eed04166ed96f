/** What somebody may do, and with whose things. */
@NullMarked
package io.skyholm.runtime.rights;

import org.jspecify.annotations.NullMarked;
