/** Files in which an agent keeps what only it may read. */
@NullMarked
package io.skyholm.agent.file;

import org.jspecify.annotations.NullMarked;
