/** First passwords of guests: made, hashed for the guest, and kept sealed until they are shown. */
@NullMarked
package io.skyholm.compute.password;

import org.jspecify.annotations.NullMarked;
