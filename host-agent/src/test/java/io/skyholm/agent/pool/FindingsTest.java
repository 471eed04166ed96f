package io.skyholm.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.CheckOutcome;
import io.skyholm.events.host.CheckResult;
import io.skyholm.events.host.HostText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a disk, and how much of it. */
class FindingsTest {

    private final Findings findings = new Findings();

    @Test
    void whatIsMendedIsNotDamagedUnlessSomethingElseIs() {
        assertThat(findings.result()).isEqualTo(new CheckResult(CheckOutcome.SOUND, List.of()));
        findings.repaired("It was too short");
        assertThat(findings.result().outcome()).isEqualTo(CheckOutcome.REPAIRED);
        findings.damaged("It is not there");
        assertThat(findings.result().outcome()).isEqualTo(CheckOutcome.DAMAGED);
        assertThat(findings.result().findings()).startsWith("It was too short", "It is not there");
    }

    @Test
    void bytesThatFollowEachOtherAreOneFinding() {
        findings.unreadable(0, 100, "broken");
        findings.unreadable(100, 300, "broken");
        findings.unreadable(300, 400, "gone");
        findings.unreadable(900, 1000, "gone");
        assertThat(findings.result().findings())
                .containsExactly(
                        "The bytes from 0 to 299 cannot be read: broken",
                        "The bytes from 300 to 399 cannot be read: gone",
                        "The bytes from 900 to 999 cannot be read: gone",
                        "500 bytes cannot be read in all",
                        "Roll the disk back to a snapshot, or restore a backup");
    }

    @Test
    void thousandsOfPlacesAreCountedAndTheFirstAreNamed() {
        findings.damaged("x".repeat(2 * HostText.LONGEST));
        for (long at = 0; at < 10_000; at += 10) {
            findings.unreadable(at, at + 1, "broken");
        }
        CheckResult result = findings.result();
        assertThat(result.findings()).hasSizeLessThanOrEqualTo(CheckResult.MOST_FINDINGS);
        assertThat(result.findings()).allMatch(finding -> finding.length() <= HostText.LONGEST);
        assertThat(result.findings())
                .contains("1000 bytes cannot be read in 1000 places, of which the first are named")
                .contains("The bytes from 10 to 10 cannot be read: broken");
    }
}
