/** How long storage keeps its rows. */
@NullMarked
package io.skyholm.storage.retention;

import org.jspecify.annotations.NullMarked;
