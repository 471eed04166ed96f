/** Secrets that are mailed to people: made here, and kept as their hashes. */
@NullMarked
package io.skyholm.identity.secret;

import org.jspecify.annotations.NullMarked;
