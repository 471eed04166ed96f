/** Permissions: the catalogue of what can be allowed. */
@NullMarked
package io.skyholm.identity.permission;

import org.jspecify.annotations.NullMarked;
