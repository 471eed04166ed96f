/** What people are told of what happened to their things, each one by itself. */
@NullMarked
package io.skyholm.support.notification;

import org.jspecify.annotations.NullMarked;
