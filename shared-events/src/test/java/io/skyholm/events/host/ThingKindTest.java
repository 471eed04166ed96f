package io.skyholm.events.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ThingKindTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void aKindIsWrittenAsItsName() {
        assertThat(EventJson.write(report(DesiredVm.KIND))).contains("\"kind\":\"VM\"");
        assertThat(EventJson.write(report(DesiredPort.KIND))).contains("\"kind\":\"PORT\"");
    }

    @Test
    void aReportOfAKindThatItsReaderDoesNotKnowIsReadAllTheSame() {
        HostReport report = report(new ThingKind("SNAPSHOT"));
        assertThat(EventJson.read(EventJson.write(report), HostReport.class)).isEqualTo(report);
    }

    @Test
    void aKeyIsReadAsItIsWritten() {
        ThingKey key = new ThingKey(DesiredVm.KIND, ID);
        assertThat(key.text()).isEqualTo("vm/" + ID);
        assertThat(ThingKey.read(key.text())).contains(key);
        assertThat(ThingKey.read("vm")).isEmpty();
    }

    @Test
    void whatIsNoNameIsNoKind() {
        assertThatThrownBy(() -> new ThingKind("a disk")).hasMessageContaining("is not the name of a kind");
    }

    private static HostReport report(ThingKind kind) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return new Observed(ID, now, List.of(new Observation(kind, ID, 1, ThingState.RUNNING, true, 0, 0, null, now)));
    }
}
