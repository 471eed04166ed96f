/** Deletions of tenants: what each service still holds, and when it is over. */
@NullMarked
package io.skyholm.identity.deletion;

import org.jspecify.annotations.NullMarked;
