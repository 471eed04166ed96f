/** The sizes that can be bought. */
@NullMarked
package io.skyholm.compute.plan;

import org.jspecify.annotations.NullMarked;
