package io.skyholm.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests are signed with a key that an installation gives, and believed by its public half. */
class SigningKeyTest {

    private static final Head HEAD = new Head(Chain.PLATFORM, null, 7, "ab");

    private final SigningKey key = SigningKey.random();
    private final Digest digest = key.sign(HEAD, Instant.EPOCH);

    @Test
    void publicHalfKnowsTheSignature() {
        assertThat(VerifyingKey.read(key.verifying().pem())).isEqualTo(key.verifying());
        assertThat(VerifyingKey.read(key.verifying().pem()).signed(digest)).isTrue();
    }

    @Test
    void changedDigestIsNotSigned() {
        Digest other = new Digest(digest.chainId(), 8, "ab", digest.signedAt(), digest.signature(), digest.keyId());
        assertThat(key.verifying().signed(other)).isFalse();
        assertThat(SigningKey.random().verifying().signed(digest)).isFalse();
    }

    @Test
    void seedIsAlwaysTheSameKey() {
        String seed = Base64.getEncoder().encodeToString(new byte[32]);
        // The public key of the seed of zeroes, as RFC 8032 computes it.
        assertThat(Base64.getDecoder()
                        .decode(SigningKey.read(seed).verifying().pem().split("\n", -1)[1]))
                .asHexString()
                .endsWithIgnoringCase("3B6A27BCCEB6A42D62A3A8D02A6F0D73653215771DE243A63AC048A18B59DA29");
    }

    @Test
    void keyIsReadFromPkcs8Too() throws NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String text = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        assertThat(SigningKey.read(text).verifying().key()).isEqualTo(pair.getPublic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAA"})
    void otherTextsAreNoKeys(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.read(text))
                .withMessageContaining("32 bytes");
    }
}
