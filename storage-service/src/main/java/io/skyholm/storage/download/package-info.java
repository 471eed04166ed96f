/** The bytes of versions and backups, for whoever downloads them. */
@NullMarked
package io.skyholm.storage.download;

import org.jspecify.annotations.NullMarked;
