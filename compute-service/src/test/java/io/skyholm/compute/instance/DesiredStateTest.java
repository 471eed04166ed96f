package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.skyholm.compute.lifecycle.DesiredVmMapper;
import io.skyholm.compute.password.InitialPassword;
import io.skyholm.compute.size.Size;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.VmPower;
import io.skyholm.secrets.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changes what a host is told counts as not yet told. */
class DesiredStateTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static Stream<Arguments> changes() {
        return Stream.of(
                change("its name", instance -> instance.change(named("db", null), NOW)),
                change("its host name", instance -> instance.change(named(null, "db.example.com"), NOW)),
                change("its power", instance -> instance.desired().power(VmPower.STOPPED)),
                change("a restart", instance -> instance.desired().restart()),
                change("its size", instance -> instance.resize(new Size(4, 4, 10, 0), null)),
                change(
                        "its disk",
                        instance -> instance.rebuild(new RebuildInstance("another", null, null, null, null))),
                change("its password", Instance::resetPassword));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changeOfWhatTheHostIsToldIsToldAgain(Consumer<Instance> change) {
        Instance instance = Created.instance(0, NOW);
        instance.password(new InitialPassword(new Sealed("key", "sealed"), "hash"));
        instance.desired().told(List.of());
        DesiredVm before = DesiredVmMapper.of(instance, 1, 60, "");
        change.accept(instance);
        assertThat(DesiredVmMapper.of(instance, 1, 60, "")).isNotEqualTo(before);
        assertThat(instance.desired().isTold(List.of())).isFalse();
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        Instance instance = Created.instance(0, NOW);
        assertThat(instance.desired().isTold(List.of("network/1"))).isFalse();
        instance.desired().told(List.of("network/1"));
        assertThat(instance.desired().isTold(List.of("network/1"))).isTrue();
        assertThat(instance.desired().isTold(List.of("network/2"))).isFalse();
    }

    @Test
    void absentMachineKeepsNoSecretOnItsHost() {
        Instance instance = Created.instance(0, NOW);
        instance.password(new InitialPassword(new Sealed("key", "sealed"), "hash"));
        DesiredVm absent = DesiredVmMapper.of(instance, 2, 60, "#cloud-config").absent();
        assertThat(absent.present()).isFalse();
        assertThat(absent.passwordHash()).isNull();
        assertThat(absent.userData()).isNull();
        assertThat(absent.portIds()).isEmpty();
    }

    private static Arguments change(String what, Consumer<Instance> change) {
        return argumentSet(what, change);
    }

    private static ChangeInstance named(@Nullable String name, @Nullable String hostname) {
        return new ChangeInstance(
                name, hostname == null ? null : Optional.of(hostname), null, null, null, null, null, null, null, null);
    }
}
