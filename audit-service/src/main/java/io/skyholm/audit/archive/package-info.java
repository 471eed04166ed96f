/** Months past their retention: written to a file, then dropped. */
@NullMarked
package io.skyholm.audit.archive;

import org.jspecify.annotations.NullMarked;
