/** Work that takes time, step by step, to its end or its deadline. */
@NullMarked
package io.skyholm.compute.operation;

import org.jspecify.annotations.NullMarked;
