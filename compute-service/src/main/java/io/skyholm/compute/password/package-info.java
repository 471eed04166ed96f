/** First passwords of guests, and what a guest keeps of them. */
@NullMarked
package io.skyholm.compute.password;

import org.jspecify.annotations.NullMarked;
