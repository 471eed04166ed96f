package io.skyholm.events;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.identity.TenantEvents;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    @Test
    void topicsAreOnePerAggregate() {
        assertThat(EventCatalogue.topics())
                .startsWith("identity.tenant", "identity.user")
                .doesNotHaveDuplicates();
    }

    @Test
    void topicHoldsItsOwnTypesInOrder() {
        assertThat(EventCatalogue.on("identity.tenant")).isEqualTo(TenantEvents.TYPES);
    }

    @Test
    void typeIsFoundByItsName() {
        assertThat(EventCatalogue.byName("identity.tenant.created.v1")).contains(TenantEvents.CREATED);
    }

    @Test
    void unknownNameFindsNothing() {
        assertThat(EventCatalogue.byName("identity.tenant.created.v9")).isEmpty();
    }

    @Test
    void typesOfOneTopicAndVersionCarryTheSamePayload() {
        assertThat(EventCatalogue.types().stream()
                        .collect(groupingBy(EventType::schemaName, mapping(EventType::payload, toSet()))))
                .allSatisfy((name, payloads) -> assertThat(payloads).hasSize(1));
    }

    @Test
    void summariesAreSentences() {
        assertThat(EventCatalogue.types())
                .extracting(EventType::summary)
                .allMatch(summary -> summary.matches("[A-Z].+\\."));
    }
}
