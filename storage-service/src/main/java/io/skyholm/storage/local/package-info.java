/** What a developer's own suite begins with. */
@NullMarked
package io.skyholm.storage.local;

import org.jspecify.annotations.NullMarked;
