/** The directory that keeps credentials and signs tokens. */
@NullMarked
package io.skyholm.identity.keycloak;

import org.jspecify.annotations.NullMarked;
