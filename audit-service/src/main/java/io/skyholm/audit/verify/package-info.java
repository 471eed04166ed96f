/** The audit checked without the audit: an export is all that is needed. */
@NullMarked
package io.skyholm.audit.verify;

import org.jspecify.annotations.NullMarked;
