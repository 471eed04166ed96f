/** The storage service as its callers meet it. */
@NullMarked
package io.skyholm.storage;

import org.jspecify.annotations.NullMarked;
