/** What a version holds, for whoever downloads it. */
@NullMarked
package io.skyholm.storage.content;

import org.jspecify.annotations.NullMarked;
