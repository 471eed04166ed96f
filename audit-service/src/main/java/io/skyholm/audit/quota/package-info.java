/** Why no tenant fills a table of audit. */
@NullMarked
package io.skyholm.audit.quota;

import org.jspecify.annotations.NullMarked;
