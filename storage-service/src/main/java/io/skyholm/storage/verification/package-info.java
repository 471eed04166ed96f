/** Whether the bytes that came are those that were announced. */
@NullMarked
package io.skyholm.storage.verification;

import org.jspecify.annotations.NullMarked;
