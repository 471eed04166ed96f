/** Keycloak as it is fetched, and the realm that is ours in it. */
@NullMarked
package io.skyholm.local.keycloak;

import org.jspecify.annotations.NullMarked;
