package io.skyholm.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sealed is read with its key alone. */
class EnvelopeTest {

    private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW = "HxIdHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";
    private static final UUID TENANT = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    private static final UUID ROW = UUID.fromString("0197a000-0000-7000-8000-000000000002");
    private static final SealedPlace HERE = new SealedPlace("instance", "password_sealed", TENANT, ROW);

    /** "correct horse", sealed with the key {@link #OLD} before texts were bound to places. */
    private static final Sealed UNBOUND = new Sealed(
            "630dcd2966c43366",
            "164gO+WY8hU1rX2y0I9DeTCHLx1h6atBRMr3zxZK8xijEK8UxbxN0gK+PL1GWSJR/5cYxq//Xsqda2N+f1AnGzdzz6Rc8xBYAtk6LAgrZ8WUbyFs"
                    + "MWzuuHrYjOaWJ4fxR+/RYQw=");

    @Test
    void sealedTextIsReadWithItsKey() {
        Envelope envelope = new Envelope(Optional.of(OLD), Optional.empty());
        Sealed sealed = envelope.seal("correct horse", HERE);
        assertThat(sealed.text()).doesNotContain("correct");
        assertThat(envelope.seal("correct horse", HERE).text()).isNotEqualTo(sealed.text());
        assertThat(envelope.open(sealed, HERE)).isEqualTo("correct horse");
    }

    @Test
    void formerKeyStillOpensAndTheNewestSeals() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret", HERE);
        Envelope rotated = new Envelope(Optional.of(NEW), Optional.of(new String[] {OLD}));
        assertThat(rotated.open(sealed, HERE)).isEqualTo("secret");
        assertThat(rotated.seal("secret", HERE).keyId()).isNotEqualTo(sealed.keyId());
    }

    @Test
    void whatIsSealedAnewNeedsTheFormerKeyNoMore() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret", HERE);
        Sealed renewed = new Envelope(Optional.of(NEW), Optional.of(new String[] {OLD})).renew(sealed, HERE);
        assertThat(new Envelope(Optional.of(NEW), Optional.empty()).open(renewed, HERE))
                .isEqualTo("secret");
    }

    @Test
    void whatIsMovedToAnotherRowIsRefusedByTheNameOfThatRow() {
        Envelope envelope = new Envelope(Optional.of(OLD), Optional.empty());
        UUID other = UUID.fromString("0197a000-0000-7000-8000-000000000003");
        Sealed sealed = envelope.seal("secret", new SealedPlace("instance", "password_sealed", TENANT, other));
        assertThatThrownBy(() -> envelope.open(sealed, HERE))
                .hasMessage(
                        "What is sealed in instance.password_sealed of the row %s was sealed for another place, or was changed"
                                .formatted(ROW));
        assertThatThrownBy(() -> envelope.renew(sealed, HERE)).hasMessageContaining(ROW.toString());
    }

    static Stream<SealedPlace> elsewhere() {
        UUID other = UUID.fromString("0197a000-0000-7000-8000-000000000003");
        return Stream.of(
                new SealedPlace("credential", "password_sealed", TENANT, ROW),
                new SealedPlace("instance", "stack_script_data", TENANT, ROW),
                new SealedPlace("instance", "password_sealed", other, ROW),
                new SealedPlace("instance", "password_sealed", null, ROW),
                new SealedPlace("instance", "password_sealed", TENANT, other));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void everyPartOfThePlaceCounts(SealedPlace elsewhere) {
        Envelope envelope = new Envelope(Optional.of(OLD), Optional.empty());
        Sealed sealed = envelope.seal("secret", HERE);
        assertThatThrownBy(() -> envelope.open(sealed, elsewhere)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsBoundDoesNotOpenAsIfItWereOlder() {
        Envelope envelope = new Envelope(Optional.of(OLD), Optional.empty());
        Sealed sealed = envelope.seal("secret", HERE);
        Sealed disguised = new Sealed(sealed.keyId(), sealed.text().substring(Envelope.BOUND.length()));
        assertThatThrownBy(() -> envelope.open(disguised, HERE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasSealedBeforeThereWerePlacesOpensAndIsBoundWhenItIsSealedAnew() {
        Envelope envelope = new Envelope(Optional.of(OLD), Optional.empty());
        assertThat(envelope.open(UNBOUND, HERE)).isEqualTo("correct horse");
        Sealed bound = envelope.renew(UNBOUND, HERE);
        assertThat(bound.text()).startsWith(Envelope.BOUND);
        assertThat(envelope.open(bound, HERE)).isEqualTo("correct horse");
        SealedPlace elsewhere = new SealedPlace("instance", "password_sealed", TENANT, TENANT);
        assertThatThrownBy(() -> envelope.open(bound, elsewhere)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void strangersKeyOpensNothing() {
        Sealed sealed = new Envelope(Optional.of(OLD), Optional.empty()).seal("secret", HERE);
        Envelope stranger = new Envelope(Optional.of(NEW), Optional.empty());
        assertThatThrownBy(() -> stranger.open(sealed, HERE)).isInstanceOf(IllegalStateException.class);
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
