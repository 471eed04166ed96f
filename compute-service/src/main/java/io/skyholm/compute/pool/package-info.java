/** The pools that the machines of a data centre are placed upon in. */
@NullMarked
package io.skyholm.compute.pool;

import org.jspecify.annotations.NullMarked;
