/** Signed heads of chains: what was signed cannot be rewritten unseen. */
@NullMarked
package io.skyholm.audit.digest;

import org.jspecify.annotations.NullMarked;
