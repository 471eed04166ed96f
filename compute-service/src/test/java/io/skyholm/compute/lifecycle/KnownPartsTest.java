package io.skyholm.compute.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.instance.Created;
import io.skyholm.compute.part.Part.Progress;
import io.skyholm.compute.part.Part.Report;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is known of several parts together. */
class KnownPartsTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();

    @Test
    void firstThatIsNotReadyOnTheMachineIsMissing() {
        KnownParts parts = new KnownParts(List.of(
                known("disk", Progress.READY, Given.HOST),
                known("network", Progress.READY, Given.OTHER_HOST),
                known("volume", Progress.PENDING, Given.HOST)));
        assertThat(parts.missingFor(Given.purpose(Given.HOST))
                        .orElseThrow()
                        .part()
                        .name())
                .isEqualTo("network");
        assertThat(parts.only(List.of("disk")).missingFor(Given.purpose(Given.HOST)))
                .isEmpty();
        assertThat(parts.only(List.of("disk")).missingFor(Given.purpose(null))).isPresent();
    }

    @Test
    void firstThatCanNeverBeIsTheOneThatFails() {
        KnownParts parts = new KnownParts(
                List.of(known("disk", Progress.PENDING, Given.HOST), known("network", Progress.FAILED, Given.HOST)));
        assertThat(parts.failedFor(Given.purpose(Given.HOST))
                        .orElseThrow()
                        .part()
                        .name())
                .isEqualTo("network");
        assertThat(parts.only(List.of("disk")).failedFor(Given.purpose(Given.HOST)))
                .isEmpty();
    }

    @Test
    void partsAreHeldUntilTheLastIsReleased() {
        KnownParts some = new KnownParts(
                List.of(known("disk", Progress.RELEASED, Given.HOST), known("network", Progress.FAILED, Given.HOST)));
        assertThat(some.isAnyHeld()).isTrue();
        assertThat(some.only(List.of("disk")).isAnyHeld()).isFalse();
        assertThat(new KnownParts(List.of()).isAnyHeld()).isFalse();
    }

    @Test
    void partWhoseServiceHasSaidNothingIsHeld() {
        assertThat(new KnownParts(List.of(new KnownParts.Known(new PlainPart("disk"), Report.NONE))).isAnyHeld())
                .isTrue();
    }

    @Test
    void attachmentsSayOfWhichPartTheyAre() {
        assertThat(both().attachments()).containsExactly("disk/" + ONE, "network/" + TWO);
    }

    @Test
    void desiredMachineHasWhatEachPartAttaches() {
        assertThat(both().attachTo(DesiredVmMapper.of(Created.instance(0, Given.NOW), 1, 60, ""))
                        .portIds())
                .containsExactly(ONE, TWO);
    }

    private static KnownParts both() {
        return new KnownParts(List.of(
                new KnownParts.Known(new PlainPart("disk"), new Report(Progress.READY, Given.HOST, null, List.of(ONE))),
                new KnownParts.Known(
                        new PlainPart("network"), new Report(Progress.READY, Given.HOST, null, List.of(TWO)))));
    }

    private static KnownParts.Known known(String name, Progress progress, UUID host) {
        return new KnownParts.Known(new PlainPart(name), new Report(progress, host, null, List.of()));
    }
}
