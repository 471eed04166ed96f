/** What is stopped while a tenant's wallet is not enough for it, and started again after that. */
@NullMarked
package io.skyholm.compute.suspension;

import org.jspecify.annotations.NullMarked;
