/** Invitations: people who are asked to join a tenant. */
@NullMarked
package io.skyholm.identity.invitation;

import org.jspecify.annotations.NullMarked;
