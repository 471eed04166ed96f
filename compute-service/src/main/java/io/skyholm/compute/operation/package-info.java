/** How compute tells of its operations. */
@NullMarked
package io.skyholm.compute.operation;

import org.jspecify.annotations.NullMarked;
