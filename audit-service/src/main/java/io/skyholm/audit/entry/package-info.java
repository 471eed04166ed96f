/** Audit entries: one for every event, written once and never changed. */
@NullMarked
package io.skyholm.audit.entry;

import org.jspecify.annotations.NullMarked;
