package io.skyholm.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingState;
import io.skyholm.hosts.volume.DesiredVolume;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** Whatever a host signs is a report that can be stored, or is refused as none. */
class HostileReportsTest {

    private static final int MANY = 100_000;

    /** Those with very long texts are refused by their length, and read slowly. */
    private static final int LONGEST = 2_000;

    private static final UUID HOST = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** As JSON writes it, and not a backslash that is written twice. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

    private final Random random = new Random(11);
    private int accepted;
    private int refusals;

    @Test
    void ofAHundredThousandHostileReportsNoneIsTakenThatCannotBeStored() {
        List<String> good = Stream.of(
                        heartbeat(), new Observed(HOST, AT, seen()), new Inventory(HOST, AT, 1, 1, seen()))
                .map(EventJson::write)
                .toList();
        List<String> broken = Stream.of(heartbeat(), new Inventory(HOST, AT, 1, 1, seen()))
                .flatMap(report -> BrokenReports.of(report).stream())
                .filter(text -> text.length() < LONGEST)
                .toList();
        for (int number = 0; number < MANY; number++) {
            List<String> from = number % 2 == 0 ? good : broken;
            read(mutated(from.get(random.nextInt(from.size()))));
        }
        assertThat(accepted).as("some are still reports").isGreaterThan(MANY / 100);
        assertThat(refusals).as("most are none").isGreaterThan(MANY / 4);
    }

    private void read(String text) {
        SignedReport signed = new SignedReport(HOST, text, new RecordHeader("signature", new byte[0]));
        try {
            HostReport report = signed.read();
            assertThat(NUL.matcher(EventJson.write(report)).find()).as(text).isFalse();
            assertThat(report.hostId()).isEqualTo(HOST);
            assertThat(ObservedThings.in(List.of(report), DesiredVolume.KIND).columns())
                    .hasSize(13);
            accepted++;
        } catch (MalformedEventException refused) {
            refusals++;
        }
    }

    /** One to three changes, of which each alone may leave it a report. */
    private String mutated(String text) {
        String changed = text;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            changed = mutatedOnce(changed);
        }
        return changed;
    }

    private String mutatedOnce(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(20));
        String before = text.substring(0, at);
        String after = text.substring(end);
        return switch (random.nextInt(8)) {
            case 0 -> before;
            case 1 -> before + after;
            case 2 -> before + text.substring(at, end) + text.substring(at);
            case 3 -> before + "[".repeat(random.nextInt(2_000)) + text.substring(at);
            case 4 -> before + (char) random.nextInt(Character.MAX_VALUE) + after;
            case 5 -> before + "9".repeat(random.nextInt(400)) + text.substring(at);
            case 6 -> before + "\\u0000" + text.substring(at);
            default -> text.replace("2026-01-01", (random.nextInt(20_000) - 10_000) + "-01-01");
        };
    }

    private static Heartbeat heartbeat() {
        return new Heartbeat(HOST, AT, "1", 1, 2, 3, false, List.of("hot"));
    }

    private static List<Observation> seen() {
        return List.of(
                new Observation(DesiredVolume.KIND, UUID.randomUUID(), 1, ThingState.RUNNING, true, 0, 0, "fine", AT));
    }
}
