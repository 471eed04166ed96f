/** The SSH keys of identity's catalogue, which instances are created with. */
@NullMarked
package io.skyholm.compute.sshkey;

import org.jspecify.annotations.NullMarked;
