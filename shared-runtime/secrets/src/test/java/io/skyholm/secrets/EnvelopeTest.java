package io.skyholm.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sealed is read with its key alone. */
class EnvelopeTest {

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
    void whatIsSealedAnewNeedsTheFormerKeyNoMore() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret");
        Sealed renewed = new Envelope(Optional.of(NEW), Optional.of(new String[] {OLD})).renew(sealed);
        assertThat(new Envelope(Optional.of(NEW), Optional.empty()).open(renewed))
                .isEqualTo("secret");
    }

    @Test
    void strangersKeyOpensNothing() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret");
        Envelope stranger = new Envelope(Optional.of(NEW), Optional.empty());
        assertThatThrownBy(() -> stranger.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        Envelope empty = new Envelope(Optional.empty(), Optional.empty());
        assertThat(empty.canSeal()).isFalse();
        assertThatThrownBy(empty::requireKey).isInstanceOf(Problem.class);
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Envelope(Optional.of("AAECAw=="), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
