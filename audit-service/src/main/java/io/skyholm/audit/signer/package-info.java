/** Signing apart: a process that holds the key and nothing else, and how the service asks it. It needs only the JDK and {@code TrustedFolder}. */
@NullMarked
package io.skyholm.audit.signer;

import org.jspecify.annotations.NullMarked;
