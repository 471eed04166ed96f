/** Virtual machines: what hosts are to run, and what they run. */
@NullMarked
package io.skyholm.compute.vm;

import org.jspecify.annotations.NullMarked;
