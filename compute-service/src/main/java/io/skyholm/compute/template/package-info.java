/** What instances and sets of them are made of, and who may use it. */
@NullMarked
package io.skyholm.compute.template;

import org.jspecify.annotations.NullMarked;
