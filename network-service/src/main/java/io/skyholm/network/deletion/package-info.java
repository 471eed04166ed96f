/** What network keeps of tenants and users that are deleted. */
@NullMarked
package io.skyholm.network.deletion;

import org.jspecify.annotations.NullMarked;
