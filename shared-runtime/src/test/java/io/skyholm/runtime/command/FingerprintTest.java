package io.skyholm.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void equalCommandsHaveEqualFingerprints() {
        assertThat(Fingerprint.of(new Buy("milk", 1))).isEqualTo(Fingerprint.of(new Buy("milk", 1)));
    }

    @Test
    void anyOtherFieldMakesAnotherFingerprint() {
        assertThat(Fingerprint.of(new Buy("milk", 1))).isNotEqualTo(Fingerprint.of(new Buy("milk", 2)));
    }

    @Test
    void anotherCommandOfTheSameFieldsHasAnotherFingerprint() {
        assertThat(Fingerprint.of(new Buy("milk", 1))).isNotEqualTo(Fingerprint.of(new Sell("milk", 1)));
    }

    @Test
    void whatWasAskedCannotBeReadFromIt() {
        assertThat(Fingerprint.of(new Buy("milk", 1)).text()).hasSize(64).doesNotContain("milk");
    }

    private record Buy(String what, int many) {}

    private record Sell(String what, int many) {}
}
