@NullMarked
package io.skyholm.compute.console;

import org.jspecify.annotations.NullMarked;
