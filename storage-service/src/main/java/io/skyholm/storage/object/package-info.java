/** The object store: where the bytes are, and which of them belong to whom. */
@NullMarked
package io.skyholm.storage.object;

import org.jspecify.annotations.NullMarked;
