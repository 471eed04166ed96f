package io.skyholm.storage.disk;

import io.skyholm.storage.encryption.SealedKeys.Place;

/** The key that opens the bytes of a snapshot or a backup, as its row keeps it. */
record KeptKeys(String sealed, Place place) {}
