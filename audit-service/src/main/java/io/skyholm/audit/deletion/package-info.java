/** What audit keeps of tenants and users that are deleted. */
@NullMarked
package io.skyholm.audit.deletion;

import org.jspecify.annotations.NullMarked;
