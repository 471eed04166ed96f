/** What tests of the agent stand on. */
@NullMarked
package io.skyholm.agent.testing;

import org.jspecify.annotations.NullMarked;
