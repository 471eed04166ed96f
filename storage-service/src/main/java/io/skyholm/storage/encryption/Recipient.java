package io.skyholm.storage.encryption;

import io.skyholm.events.host.HostSeal;

/**
 * A host that is told the keys of a disk.
 *
 * @param encryptionKey with which is encrypted what only it may read
 * @param place what it is told of, and with which generation
 * @param keyVersion of the key that is to open the disk
 */
public record Recipient(String encryptionKey, HostSeal.Place place, int keyVersion) {}
