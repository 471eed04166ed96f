package io.skyholm.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of what can go wrong with disks. */
class DiskProblemsTest {

    @Test
    void threeSnapshotsAreNamedAndThatThereAreOthers() {
        assertThat(DiskProblems.hasSnapshots(List.of("one")).detail())
                .isEqualTo("The disk has the snapshots one; name them, or delete them first");
        assertThat(DiskProblems.hasSnapshots(List.of("one", "two", "three")).detail())
                .isEqualTo("The disk has the snapshots one, two, three; name them, or delete them first");
        assertThat(DiskProblems.hasSnapshots(List.of("one", "two", "three", "four"))
                        .detail())
                .isEqualTo("The disk has the snapshots one, two, three and others; name them, or delete them first");
    }
}
