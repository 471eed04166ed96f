/** What is done inside of a guest: scripts for its shell, and how one that runs is asked to run them, if it has an agent for that. */
@NullMarked
package io.skyholm.agent.guest;

import org.jspecify.annotations.NullMarked;
