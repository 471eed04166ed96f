/** Groups: a tree of a tenant's users, with limits of their own. */
@NullMarked
package io.skyholm.identity.group;

import org.jspecify.annotations.NullMarked;
