package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.Happened;
import io.skyholm.audit.chain.Head;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where recording goes on. */
class RecordingPositionTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-02-01T12:00:00Z");

    private final UUID tenant = UUID.randomUUID();
    private final List<Entry> chain = Happened.chain(tenant, 2);

    @Test
    void chainThatThereIsNotYetBegins() {
        RecordingPosition places = RecordingPosition.of(List.of(none()));
        Entry first = places.link(Happened.to(tenant));
        assertThat(first.sequence()).isOne();
        assertThat(first.previousHash()).isEqualTo(Chain.BEGINNING);
        assertThat(first.recordedAt()).isEqualTo(NOW.toInstant());
    }

    @Test
    void chainThatThereIsGoesOnBehindItsHead() {
        RecordingPosition places = RecordingPosition.of(List.of(row(Head.behind(chain.getLast()))));
        Entry third = places.link(Happened.to(tenant));
        assertThat(third.sequence()).isEqualTo(3);
        assertThat(third.previousHash()).isEqualTo(chain.getLast().hash());
    }

    @Test
    void entriesThatComeTogetherHangOnEachOther() {
        RecordingPosition places = RecordingPosition.of(List.of(row(Head.behind(chain.getLast()))));
        Entry third = places.link(Happened.to(tenant));
        Entry foreign = places.link(Happened.to(UUID.randomUUID()));
        Entry fourth = places.link(Happened.to(tenant));
        assertThat(fourth.sequence()).isEqualTo(4);
        assertThat(fourth.previousHash()).isEqualTo(third.hash());
        assertThat(foreign.sequence()).isOne();
        assertThat(places.changed()).containsExactlyInAnyOrder(Head.behind(fourth), Head.behind(foreign));
    }

    @Test
    void headsThatStandStillAreNotMoved() {
        RecordingPosition places = RecordingPosition.of(List.of(row(Head.behind(chain.getLast()))));
        assertThat(places.changed()).isEmpty();
        assertThat(places.position()).isEqualTo(41);
        assertThat(places.recordedAt()).isEqualTo(NOW);
    }

    @Test
    void whatBelongsToNoTenantIsInThePlatformsChain() {
        RecordingPosition places = RecordingPosition.of(List.of(none()));
        places.link(Happened.to(null));
        assertThat(places.changed()).singleElement().satisfies(head -> {
            assertThat(head.chainId()).isEqualTo(Chain.PLATFORM);
            assertThat(head.tenantId()).isNull();
        });
    }

    private static RecordingPosition.Row none() {
        return new RecordingPosition.Row(41, NOW, null, null, null, null);
    }

    private static RecordingPosition.Row row(Head head) {
        return new RecordingPosition.Row(41, NOW, head.chainId(), head.tenantId(), head.sequence(), head.hash());
    }
}
