/** The machines that instances run on. */
@NullMarked
package io.skyholm.compute.machine;

import org.jspecify.annotations.NullMarked;
