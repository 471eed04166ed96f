/** Facts of the storage context. */
@NullMarked
package io.skyholm.events.storage;

import org.jspecify.annotations.NullMarked;
