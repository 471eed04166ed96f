/** What several services do together or not at all: one decides, and each follows what it was told, in whatever order that comes. */
@NullMarked
package io.skyholm.runtime.agreement;

import org.jspecify.annotations.NullMarked;
