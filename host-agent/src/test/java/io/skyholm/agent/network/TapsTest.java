package io.skyholm.agent.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.DesiredPort;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class TapsTest {

    @Test
    void aTapRemembersItsPortAndFitsItsDevice() {
        Tap tap = new Tap(UUID.randomUUID(), 7, "02:00:00:00:00:01", Instant.parse("2026-11-29T08:00:00.123456789Z"));
        assertThat(Tap.read(tap.alias() + "\n")).contains(tap);
        assertThat(tap.alias()).hasSizeLessThan(255);
        assertThat(tap.device()).hasSize(15);
        assertThat(Tap.read("")).isEmpty();
        assertThat(Tap.read("skyholm-port no id 02:00:00:00:00:01 now")).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
    void aPortOfOneHostIsNoneOfAnotherOnTheSameMachine() {
        inNamespace(one -> inNamespace(another -> {
            DesiredPort desired = DesiredThings.port();
            Taps taps = taps(Optional.of(one));
            taps.plug(desired);
            taps.plug(desired);
            assertThat(taps.all()).singleElement().returns(desired.id(), Port::id);
            assertThat(taps.find(desired.id())).get().returns(desired.generation(), Port::generation);
            assertThat(taps(Optional.of(another)).all()).isEmpty();
            assertThat(taps(Optional.empty()).find(desired.id())).isEmpty();
            taps.unplug(desired.id());
            taps.unplug(desired.id());
            assertThat(taps.all()).isEmpty();
        }));
    }

    @Test
    @EnabledIfSystemProperty(named = "skyholm.real", matches = "true")
    void aHostWhoseNetworkIsGoneSaysSoAndHasNoPortsToShow() {
        Taps taps = taps(Optional.of("skyholm-gone"));
        assertThatThrownBy(taps::all)
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageContaining("The host's network refused");
    }

    private static Taps taps(Optional<String> namespace) {
        return new Taps(HostNetwork.of(namespace), Clock.systemUTC());
    }

    private static void inNamespace(Consumer<String> work) {
        HostNetwork machine = HostNetwork.of(Optional.empty());
        String name = "skyholm-" + UUID.randomUUID();
        machine.ip("netns", "add", name);
        try {
            work.accept(name);
        } finally {
            machine.ip("netns", "delete", name);
        }
    }
}
