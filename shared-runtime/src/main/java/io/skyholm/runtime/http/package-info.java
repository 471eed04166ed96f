/** The small conventions that every resource keeps. */
@NullMarked
package io.skyholm.runtime.http;

import org.jspecify.annotations.NullMarked;
