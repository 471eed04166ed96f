/** The running suite, as its customers and its operator reach it. */
@NullMarked
package io.skyholm.system.suite;

import org.jspecify.annotations.NullMarked;
