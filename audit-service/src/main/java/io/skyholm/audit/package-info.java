/** The audit: what happened, kept for good. */
@NullMarked
package io.skyholm.audit;

import org.jspecify.annotations.NullMarked;
