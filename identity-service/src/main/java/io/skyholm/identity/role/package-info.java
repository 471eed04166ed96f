/** Roles: names for sets of permissions, built in or a tenant's own. */
@NullMarked
package io.skyholm.identity.role;

import org.jspecify.annotations.NullMarked;
