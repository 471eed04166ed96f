/** What billing keeps of tenants and users that are deleted. */
@NullMarked
package io.skyholm.billing.deletion;

import org.jspecify.annotations.NullMarked;
