/** The partitions of the audit, made ahead. */
@NullMarked
package io.skyholm.audit.month;

import org.jspecify.annotations.NullMarked;
