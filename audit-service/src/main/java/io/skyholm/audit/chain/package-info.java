/** How entries hang together: what is hashed, in which form, and how to tell that it was changed. Plain Java. */
@NullMarked
package io.skyholm.audit.chain;

import org.jspecify.annotations.NullMarked;
