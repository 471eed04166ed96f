/** Tenants: the customers, also called organizations, and what bounds them. */
@NullMarked
package io.skyholm.identity.tenant;

import org.jspecify.annotations.NullMarked;
