package io.skyholm.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.ceph.PutCephPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCephTest {

    private static final String KEY = "AQBHf1xnAAAAABAAc2t5aG9sbS1rZXkh";

    private final Path keys;

    LocalCephTest(@TempDir Path keys) throws IOException {
        this.keys = keys;
        assertThat(Files.writeString(keys.resolve("host-1.keyring"), "[client.host-1]\n\tkey = " + KEY + "\n"))
                .exists();
    }

    /** As the launcher says it. */
    private record Told(Optional<Path> keys, Optional<List<String>> monitors, Optional<String> pool)
            implements StorageSettings.LocalCeph {}

    private LocalCeph told(Optional<String> pool) {
        return new LocalCeph(new Told(Optional.of(keys), Optional.of(List.of("v2:127.0.0.1:3300")), pool));
    }

    @Test
    void aSimulatedHostHasANamespaceOfTheCommonPool() {
        assertThat(told(Optional.of("disks")).of("host-1"))
                .get()
                .returns("disks", PutCephPool::rbdPool)
                .returns("host-1", PutCephPool::rbdNamespace)
                .returns("host-1", PutCephPool::cephUser)
                .returns(KEY, PutCephPool::cephKey);
    }

    @Test
    void aRealHostHasAPoolOfItsOwn() {
        assertThat(told(Optional.empty()).of("host-1"))
                .get()
                .returns("host-1", PutCephPool::rbdPool)
                .returns("", PutCephPool::rbdNamespace);
    }

    @Test
    void aHostWithoutAKeyHasItsDisksElsewhere() {
        assertThat(told(Optional.empty()).of("host-2")).isEmpty();
        assertThat(told(Optional.empty()).of("../host-1")).isEmpty();
    }
}
