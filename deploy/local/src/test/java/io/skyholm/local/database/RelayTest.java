package io.skyholm.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Services;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelayTest {

    @Test
    void oneRelayFollowsEveryOutboxUnlessToldOtherwise() {
        assertThat(Relay.configured(Map.of())).containsExactly(new Relay("", Services.ALL));
    }

    @Test
    void namedServiceHasItsOwnRelayAndLeavesTheSharedOne() {
        List<Relay> relays = Relay.configured(Map.of(Relay.VARIABLE, "audit, compute"));
        assertThat(relays)
                .extracting(Relay::slot)
                .containsExactly("skyholm_outbox", "skyholm_outbox_audit", "skyholm_outbox_compute");
        assertThat(relays.getFirst().services())
                .doesNotContain("audit", "compute")
                .contains("identity");
        assertThat(relays.get(1).tables()).isEqualTo("audit[.]outbox_event");
    }

    @Test
    void everyOutboxIsFollowedOnceHoweverTheyAreShared() {
        for (String told : List.of("", "identity", "per-service")) {
            List<String> followed = Relay.configured(Map.of(Relay.VARIABLE, told)).stream()
                    .flatMap(relay -> relay.services().stream())
                    .toList();
            assertThat(followed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(Services.ALL);
        }
    }

    @Test
    void noTwoRelaysShareANameOrASlot() {
        List<Relay> relays = Relay.configured(Map.of(Relay.VARIABLE, "per-service"));
        Set<String> names = new HashSet<>();
        for (Relay relay : relays) {
            assertThat(names.add(relay.connector())).isTrue();
            assertThat(names.add(relay.slot())).isTrue();
            assertThat(names.add(relay.prefix())).isTrue();
        }
        assertThat(names).hasSize(3 * relays.size());
    }

    @Test
    void serviceThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> Relay.configured(Map.of(Relay.VARIABLE, "identitty")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("identitty");
    }
}
