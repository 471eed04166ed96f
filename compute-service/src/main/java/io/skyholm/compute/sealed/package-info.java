/** What may be read by nobody but whom it is for. */
@NullMarked
package io.skyholm.compute.sealed;

import org.jspecify.annotations.NullMarked;
