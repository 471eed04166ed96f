/** What storage keeps of tenants and users that are deleted. */
@NullMarked
package io.skyholm.storage.deletion;

import org.jspecify.annotations.NullMarked;
