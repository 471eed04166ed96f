/** Registrations: people who open an account of their own, and addresses that are proved. */
@NullMarked
package io.skyholm.identity.registration;

import org.jspecify.annotations.NullMarked;
