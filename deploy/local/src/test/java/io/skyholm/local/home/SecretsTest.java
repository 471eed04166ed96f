package io.skyholm.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @Test
    void aSecretStaysWhatItIs(@TempDir Path folder) {
        String password = new Secrets(new DataDirectory(folder)).password("postgres");

        assertThat(password).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new Secrets(new DataDirectory(folder)).password("postgres")).isEqualTo(password);
    }

    @Test
    void everyNameAndEveryDataDirectoryHasItsOwn(@TempDir Path one, @TempDir Path other) {
        Secrets secrets = new Secrets(new DataDirectory(one));

        assertThat(secrets.password("a")).isNotEqualTo(secrets.password("b"));
        assertThat(secrets.password("a")).isNotEqualTo(new Secrets(new DataDirectory(other)).password("a"));
    }

    @Test
    void aKeyHasThirtyTwoBytes(@TempDir Path folder) {
        String key = new Secrets(new DataDirectory(folder)).key("signing");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(new Secrets(new DataDirectory(folder)).key("signing")).isEqualTo(key);
    }

    @Test
    void nobodyElseCanReadThem(@TempDir Path folder) throws IOException {
        new Secrets(new DataDirectory(folder)).password("postgres");

        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void anIdIsAUuidOfVersionSeven() {
        UUID id = Secrets.newId();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
    }
}
