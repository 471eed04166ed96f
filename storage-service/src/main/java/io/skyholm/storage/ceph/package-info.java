/** Storage pools in Ceph: where each is, and the key with which its host gets at it. */
@NullMarked
package io.skyholm.storage.ceph;

import org.jspecify.annotations.NullMarked;
