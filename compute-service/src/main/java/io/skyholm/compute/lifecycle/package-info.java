/** How an instance gets from what it is to what it is to be, step by step, whatever happens on the way. */
@NullMarked
package io.skyholm.compute.lifecycle;

import org.jspecify.annotations.NullMarked;
