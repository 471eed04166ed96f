/** Limits on what a tenant, a group or a user may have. */
@NullMarked
package io.skyholm.identity.quota;

import org.jspecify.annotations.NullMarked;
