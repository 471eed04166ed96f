/** SSH keys: the public keys with which users log in to machines. */
@NullMarked
package io.skyholm.identity.sshkey;

import org.jspecify.annotations.NullMarked;
