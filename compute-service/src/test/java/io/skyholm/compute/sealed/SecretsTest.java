package io.skyholm.compute.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sealed is read with its key alone. */
class SecretsTest {

    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "HxIdHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    @Test
    void sealedTextIsReadWithItsKey() {
        Envelope envelope = new Envelope(Optional.of(OLD), Optional.empty());
        Sealed sealed = envelope.seal("correct horse");
        assertThat(sealed.text()).doesNotContain("correct");
        assertThat(envelope.seal("correct horse").text()).isNotEqualTo(sealed.text());
        assertThat(envelope.open(sealed)).isEqualTo("correct horse");
    }

    @Test
    void formerKeyStillOpensAndTheNewestSeals() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret");
        Envelope rotated = new Envelope(Optional.of(NEW), Optional.of(new String[] {OLD}));
        assertThat(rotated.open(sealed)).isEqualTo("secret");
        assertThat(rotated.seal("secret").keyId()).isNotEqualTo(sealed.keyId());
    }

    @Test
    void strangersKeyOpensNothing() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret");
        Envelope stranger = new Envelope(Optional.of(NEW), Optional.empty());
        assertThatThrownBy(() -> stranger.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passwordIsHashedAsCryptDoes() {
        assertThat(Crypt.sha512("Hello world!", "saltstring", 5000))
                .isEqualTo(
                        "$6$rounds=5000$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBF"
                                + "dcbYEdFCoEOfaS35inz1");
    }

    @Test
    void passwordsAreLongAndNeverTheSame() {
        assertThat(Passwords.next()).hasSize(20).isNotEqualTo(Passwords.next());
    }
}
