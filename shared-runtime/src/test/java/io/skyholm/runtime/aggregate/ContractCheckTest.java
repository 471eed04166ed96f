package io.skyholm.runtime.aggregate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.EventType;
import io.skyholm.events.Fact;
import io.skyholm.events.network.PlaceEvents;
import io.skyholm.events.network.PlaceFact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContractCheckTest {

    record PlaceView(UUID id, long generation, UUID tenantId, String seenByOperatorsOnly) {}

    record Worded(UUID id, TimeUnit name) {}

    record Mistyped(UUID id, Integer generation) {}

    /** Tells less than the schema of places promises. */
    record Forgetful(UUID id, long generation, UUID tenantId, Instant createdAt) implements Fact {}

    @Test
    void aViewMayShowMoreThanAFactTells() {
        assertThatCode(() -> ContractCheck.check(PlaceView.class, PlaceFact.class, PlaceEvents.TYPES))
                .doesNotThrowAnyException();
    }

    @Test
    void whatBothHaveIsOfOneType() {
        assertThatThrownBy(() -> ContractCheck.check(Mistyped.class, PlaceFact.class, PlaceEvents.TYPES))
                .hasMessageContaining("generation is long");
    }

    @Test
    void aFactMayTellAsATextWhatCallersChooseFromAList() {
        assertThatCode(() -> ContractCheck.check(Worded.class, PlaceFact.class, PlaceEvents.TYPES))
                .doesNotThrowAnyException();
    }

    @Test
    void aFactTellsWhatItsSchemaPromises() {
        EventType<Forgetful> type = new EventType<>("network.place.created.v1", Forgetful.class, "A place.");
        assertThatThrownBy(() -> ContractCheck.check(PlaceView.class, Forgetful.class, List.of(type)))
                .hasMessageContaining("promises")
                .hasMessageContaining("subnetId");
    }
}
