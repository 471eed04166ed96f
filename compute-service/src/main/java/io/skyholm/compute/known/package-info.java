/** What other services have told of what callers name. */
@NullMarked
package io.skyholm.compute.known;

import org.jspecify.annotations.NullMarked;
