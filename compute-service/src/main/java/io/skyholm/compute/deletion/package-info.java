/** What compute keeps of tenants and users that are deleted. */
@NullMarked
package io.skyholm.compute.deletion;

import org.jspecify.annotations.NullMarked;
