/** Hosts: which machines there are, and how they stand. */
@NullMarked
package io.skyholm.storage.host;

import org.jspecify.annotations.NullMarked;
