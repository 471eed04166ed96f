/**
 * Secrets that have to be read again: passwords to be shown once, values of scripts, credentials of other clouds. Each is
 * sealed with a key of its own, which is sealed with the installation's and for its row; the row says with which. When the
 * installation has a new key, rows that an older one sealed are sealed anew in the background, and the older one can be thrown
 * away. Secrets that are only compared, such as tokens, are kept as hashes and have no place here.
 */
@NullMarked
package io.skyholm.secrets;

import org.jspecify.annotations.NullMarked;
