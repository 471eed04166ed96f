package io.skyholm.events.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sealed for a host, nobody else opens, and it opens nowhere else. */
class HostSealTest {

    private static final String SECRET = "#cloud-config\npassword: hunter2";
    private static final UUID HOST = UUID.randomUUID();
    private static final HostSeal.Place PLACE =
            new HostSeal.Place(HOST, new ThingKey(DesiredVm.KIND, UUID.randomUUID()), 7);

    private final KeyPair keys = fresh(HostSeal.ALGORITHM);

    @Test
    void itsHostReadsIt() {
        String sealed = HostSeal.seal(key(keys), PLACE, SECRET);
        assertThat(sealed).doesNotContain("hunter2");
        assertThat(HostSeal.open(keys.getPrivate(), PLACE, sealed)).isEqualTo(SECRET);
    }

    @Test
    void theSameTextIsNeverSealedAlike() {
        assertThat(HostSeal.seal(key(keys), PLACE, SECRET)).isNotEqualTo(HostSeal.seal(key(keys), PLACE, SECRET));
    }

    @Test
    void nobodyElseReadsIt() {
        String sealed = HostSeal.seal(key(keys), PLACE, SECRET);
        assertThatThrownBy(() -> HostSeal.open(fresh(HostSeal.ALGORITHM).getPrivate(), PLACE, sealed))
                .isInstanceOf(HostSeal.CannotOpenException.class);
    }

    @Test
    void itOpensInItsPlaceAlone() {
        String sealed = HostSeal.seal(key(keys), PLACE, SECRET);
        ThingKey another = new ThingKey(DesiredVm.KIND, UUID.randomUUID());
        for (HostSeal.Place elsewhere : List.of(
                new HostSeal.Place(UUID.randomUUID(), PLACE.thing(), 7),
                new HostSeal.Place(HOST, another, 7),
                new HostSeal.Place(HOST, PLACE.thing(), 8))) {
            assertThatThrownBy(() -> HostSeal.open(keys.getPrivate(), elsewhere, sealed))
                    .isInstanceOf(HostSeal.CannotOpenException.class);
        }
    }

    @Test
    void whatWasChangedOrCutOffDoesNotOpen() {
        byte[] sealed = Base64.getDecoder().decode(HostSeal.seal(key(keys), PLACE, SECRET));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> HostSeal.open(keys.getPrivate(), PLACE, text))
                    .isInstanceOf(HostSeal.CannotOpenException.class);
        }
        for (String nothing : List.of("", "AAAA", "no Base64 at all")) {
            assertThatThrownBy(() -> HostSeal.open(keys.getPrivate(), PLACE, nothing))
                    .isInstanceOf(HostSeal.CannotOpenException.class);
        }
    }

    @Test
    void keyOfAnotherKindIsNone() {
        String signing = key(fresh("Ed25519"));
        assertThatThrownBy(() -> HostSeal.checkedKey(signing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HostSeal.seal(signing, PLACE, SECRET)).isInstanceOf(IllegalArgumentException.class);
        assertThat(HostSeal.checkedKey(key(keys))).isEqualTo(key(keys));
    }

    private static KeyPair fresh(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String key(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
