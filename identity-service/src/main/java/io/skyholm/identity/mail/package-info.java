/** What identity's mails say. */
@NullMarked
package io.skyholm.identity.mail;

import org.jspecify.annotations.NullMarked;
