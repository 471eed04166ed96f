/** Mail: written with the change that wants it, sent afterwards. */
@NullMarked
package io.skyholm.identity.mail;

import org.jspecify.annotations.NullMarked;
