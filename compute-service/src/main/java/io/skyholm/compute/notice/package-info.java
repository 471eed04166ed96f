/** What the tenants of the instances on a machine are told of its maintenance, and what they choose. */
@NullMarked
package io.skyholm.compute.notice;

import org.jspecify.annotations.NullMarked;
