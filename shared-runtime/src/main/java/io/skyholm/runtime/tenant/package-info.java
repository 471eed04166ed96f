/** Transactions that see one tenant: the only way to the database. */
@NullMarked
package io.skyholm.runtime.tenant;

import org.jspecify.annotations.NullMarked;
