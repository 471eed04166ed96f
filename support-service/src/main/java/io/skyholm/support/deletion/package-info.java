/** What support keeps of tenants and users that are deleted. */
@NullMarked
package io.skyholm.support.deletion;

import org.jspecify.annotations.NullMarked;
