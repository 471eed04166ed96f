/** What services tell of changes that take time. */
@NullMarked
package io.skyholm.events.operation;

import org.jspecify.annotations.NullMarked;
