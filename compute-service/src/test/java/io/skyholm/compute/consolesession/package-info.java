@NullMarked
package io.skyholm.compute.consolesession;

import org.jspecify.annotations.NullMarked;
