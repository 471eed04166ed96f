/** Formats of disks, whose headers are read as if an attacker had written them. */
@NullMarked
package io.skyholm.storage.format;

import org.jspecify.annotations.NullMarked;
