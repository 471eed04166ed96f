/** Service accounts: accounts of programs, which get short-lived tokens for a secret. */
@NullMarked
package io.skyholm.identity.serviceaccount;

import org.jspecify.annotations.NullMarked;
