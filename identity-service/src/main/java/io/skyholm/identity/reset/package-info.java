/** Password resets: a new password for somebody who cannot prove the old. */
@NullMarked
package io.skyholm.identity.reset;

import org.jspecify.annotations.NullMarked;
