/** The calls that were to change something, kept on disk until audit is certain to hear of them. */
@NullMarked
package io.skyholm.runtime.journal;

import org.jspecify.annotations.NullMarked;
