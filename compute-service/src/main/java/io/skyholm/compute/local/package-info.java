/** What a developer's own suite begins with. */
@NullMarked
package io.skyholm.compute.local;

import org.jspecify.annotations.NullMarked;
