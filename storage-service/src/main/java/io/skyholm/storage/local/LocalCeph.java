package io.skyholm.storage.local;

import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.ceph.PutCephPool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Ceph cluster beside a platform on one machine, which has a namespace or a pool, a user and a key for each host, named like the host. */
@Singleton
class LocalCeph {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern KEY = Pattern.compile("(?m)^\\s*key\\s*=\\s*(\\S+)\\s*$");

    private final StorageSettings.LocalCeph settings;

    @Inject
    LocalCeph(StorageSettings settings) {
        this(settings.localCeph());
    }

    LocalCeph(StorageSettings.LocalCeph settings) {
        this.settings = settings;
    }

    /** Where the disks of that host are; empty where they are files. */
    Optional<PutCephPool> of(String hostname) {
        return settings.keys()
                .filter(keys -> HOST.matcher(hostname).matches())
                .map(keys -> keys.resolve(hostname + ".keyring"))
                .filter(Files::isReadable)
                .map(keyring -> new PutCephPool(
                        settings.monitors().orElse(List.of()),
                        settings.pool().orElse(hostname),
                        settings.pool().isPresent() ? hostname : "",
                        hostname,
                        keyIn(keyring)));
    }

    /** A file of a hundred bytes on the machine of a developer. */
    private static String keyIn(Path keyring) {
        try {
            Matcher key = KEY.matcher(Files.readString(keyring));
            if (!key.find()) {
                throw new IOException("there is no key in it");
            }
            return key.group(1);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + keyring, failure);
        }
    }
}
