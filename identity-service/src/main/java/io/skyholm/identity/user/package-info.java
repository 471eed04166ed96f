/** Users: people and programs that belong to a tenant. */
@NullMarked
package io.skyholm.identity.user;

import org.jspecify.annotations.NullMarked;
