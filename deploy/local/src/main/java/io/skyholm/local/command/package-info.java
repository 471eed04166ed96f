/** What a person types: one class per command. */
@NullMarked
package io.skyholm.local.command;

import org.jspecify.annotations.NullMarked;
