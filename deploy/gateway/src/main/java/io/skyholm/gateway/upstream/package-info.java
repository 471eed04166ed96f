/** The services and Keycloak behind the gateway, and how a request is handed to them. */
@NullMarked
package io.skyholm.gateway.upstream;

import org.jspecify.annotations.NullMarked;
