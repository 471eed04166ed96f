/** Who holds which role, one row at a time. */
@NullMarked
package io.skyholm.identity.assignment;

import org.jspecify.annotations.NullMarked;
