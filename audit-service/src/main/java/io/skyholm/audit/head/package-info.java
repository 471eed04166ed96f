/** Chains as callers see them: where they end, and whether they are whole. */
@NullMarked
package io.skyholm.audit.head;

import org.jspecify.annotations.NullMarked;
