/** Logins: what Keycloak saw of people who came, or tried to, of their credentials, and of who administers it. */
@NullMarked
package io.skyholm.identity.login;

import org.jspecify.annotations.NullMarked;
