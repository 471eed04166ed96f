/** Versions whose bytes are fetched from a URL. */
@NullMarked
package io.skyholm.storage.importing;

import org.jspecify.annotations.NullMarked;
