/** Logins: what Keycloak saw of people who came, or tried to. */
@NullMarked
package io.skyholm.identity.login;

import org.jspecify.annotations.NullMarked;
