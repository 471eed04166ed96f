package io.skyholm.audit.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.audit.chain.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedHeadsTest {

    private static final UUID CHAIN = UUID.fromString("01977a40-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01977a40-0000-7000-8000-000000000002");

    private final Path file;

    SignedHeadsTest(@TempDir Path folder) {
        this.file = folder.resolve("signed");
    }

    @Test
    void placeThatWasNotedIsContradictedByAnotherHashAfterARestart() throws IOException {
        SignedHeads.keptIn(file).note(head(CHAIN, 7, "a"));

        SignedHeads restarted = SignedHeads.keptIn(file);
        assertThat(restarted.contradicts(head(CHAIN, 7, "b"))).isTrue();
        assertThat(restarted.contradicts(head(CHAIN, 7, "a"))).isFalse();
        assertThat(restarted.contradicts(head(OTHER, 7, "b"))).isFalse();
    }

    @Test
    void lineThatWasCutAnywhereContradictsNothingAndSpoilsNoOther() throws IOException {
        SignedHeads whole = SignedHeads.keptIn(file);
        whole.note(head(CHAIN, 7, "a"));
        int first = (int) Files.size(file);
        whole.note(head(OTHER, 9, "c"));
        byte[] bytes = Files.readAllBytes(file);

        for (int length = first; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            SignedHeads cut = SignedHeads.keptIn(file);
            assertThat(cut.contradicts(head(OTHER, 9, "c")))
                    .as("cut at %d", length)
                    .isFalse();
            cut.note(head(OTHER, 9, "c"));

            SignedHeads restarted = SignedHeads.keptIn(file);
            assertThat(restarted.contradicts(head(CHAIN, 7, "b")))
                    .as("cut at %d", length)
                    .isTrue();
            assertThat(restarted.contradicts(head(OTHER, 9, "d")))
                    .as("cut at %d", length)
                    .isTrue();
            assertThat(Files.readAllLines(file)).as("cut at %d", length).hasSize(2);
        }
    }

    @Test
    void anythingBehindTheLastWholeLineIsCutOff() throws IOException {
        SignedHeads.keptIn(file).note(head(CHAIN, 7, "a"));
        byte[] bytes = Files.readAllBytes(file);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 50);
        Arrays.fill(longer, bytes.length, longer.length, (byte) 0xff);
        Files.write(file, longer);

        assertThat(SignedHeads.keptIn(file).contradicts(head(CHAIN, 7, "b"))).isTrue();
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void damagedLineBeforeAWholeOneKeepsTheSignerFromStarting() throws IOException {
        SignedHeads heads = SignedHeads.keptIn(file);
        heads.note(head(CHAIN, 7, "a"));
        heads.note(head(OTHER, 9, "c"));
        Files.writeString(file, Files.readString(file).replaceFirst("a{64}", "b".repeat(64)));

        assertThatThrownBy(() -> SignedHeads.keptIn(file)).hasMessageContaining("line 1 of");
    }

    @Test
    void lineOfBeforeThereWereChecksumsIsKnown() throws IOException {
        Files.writeString(file, CHAIN + " 7 " + "a".repeat(64) + "\n");

        assertThat(SignedHeads.keptIn(file).contradicts(head(CHAIN, 7, "b"))).isTrue();
    }

    @Test
    void onlyTheLastPlaceOfAChainIsLeftAfterARestart() throws IOException {
        SignedHeads heads = SignedHeads.keptIn(file);
        for (int sequence = 1; sequence <= 20; sequence++) {
            heads.note(head(CHAIN, sequence, "a"));
        }

        assertThat(SignedHeads.keptIn(file).contradicts(head(CHAIN, 20, "b"))).isTrue();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void fileOfAnyNumberOfSignaturesStaysSmall() throws IOException {
        SignedFile lines = new SignedFile(file);
        lines.rewrite(List.of());
        int appended = 0;
        while (!lines.isToBeRewritten()) {
            lines.append(SignedPlace.of(head(CHAIN, ++appended, "a")));
        }

        assertThat(appended).isEqualTo(1_000);
    }

    @Test
    void placeThatCouldNotBeNotedIsNotKnown() throws IOException {
        SignedHeads heads = SignedHeads.keptIn(file);
        heads.note(head(CHAIN, 7, "a"));
        Files.delete(file);

        assertThatThrownBy(() -> heads.note(head(OTHER, 9, "c"))).isInstanceOf(IOException.class);
        assertThat(heads.contradicts(head(OTHER, 9, "d"))).isFalse();
        heads.note(head(OTHER, 9, "d"));
        assertThat(SignedHeads.keptIn(file).contradicts(head(CHAIN, 7, "b"))).isTrue();
        assertThat(SignedHeads.keptIn(file).contradicts(head(OTHER, 9, "c"))).isTrue();
    }

    private static Head head(UUID chain, long sequence, String digit) {
        return new Head(chain, chain, sequence, digit.repeat(64));
    }
}
