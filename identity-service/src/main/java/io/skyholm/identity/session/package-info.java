/** Sessions: what began with a login, as people see it. */
@NullMarked
package io.skyholm.identity.session;

import org.jspecify.annotations.NullMarked;
