package io.skyholm.compute.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.skyholm.compute.size.Size;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rule rules a machine out, for every rule. */
class RuleTest {

    private static final UUID POOL = UUID.randomUUID();
    private static final UUID PLACE = UUID.randomUUID();
    private static final UUID SET = UUID.randomUUID();
    private static final UUID ELSEWHERE = UUID.randomUUID();
    private static final Size SMALL = new Size(2, 4, 10, 1);
    private static final Host.Traits SHARED =
            new Host.Traits(true, true, false, "eu-west", "GPU_SERVER", "L40S", Set.of("ssd", "rack:7"), false);
    private static final Host.Traits RENTED =
            new Host.Traits(true, true, true, "eu-west", "GPU_SERVER", "L40S", Set.of(), false);
    private static final Demand DEMAND = demand(SMALL, false, POOL, "eu-west", "L40S", Set.of("ssd"));

    static Stream<Arguments> cases() {
        Demand apart =
                new Demand(SMALL, false, null, null, null, null, null, Set.of(), SET, Affinity.ANTI_AFFINITY, Set.of());
        Demand together = new Demand(
                SMALL, false, null, null, null, null, null, Set.of(), SET, Affinity.AFFINITY, Set.of(ELSEWHERE));
        return Stream.of(
                argumentSet(
                        "another pool",
                        host(SHARED),
                        demand(SMALL, false, ELSEWHERE, null, null, Set.of()),
                        Rule.PLACE),
                argumentSet("another data centre", host(SHARED), inDataCenter(ELSEWHERE), Rule.PLACE),
                argumentSet(
                        "another region",
                        host(SHARED),
                        demand(SMALL, false, POOL, "eu-east", null, Set.of()),
                        Rule.REGION),
                argumentSet("in maintenance", host(traits(false, true)), DEMAND, Rule.STATUS),
                argumentSet("not healthy", host(traits(true, false)), DEMAND, Rule.HEALTH),
                argumentSet(
                        "shared, and it is to be exclusive",
                        host(SHARED),
                        demand(SMALL, true, POOL, null, null, Set.of()),
                        Rule.RENTAL_MODE),
                argumentSet(
                        "exclusive, and it is to be shared",
                        host(RENTED),
                        demand(SMALL, false, POOL, null, null, Set.of()),
                        Rule.RENTAL_MODE),
                argumentSet("another type", host(SHARED), ofType("CPU_SERVER"), Rule.MACHINE_TYPE),
                argumentSet(
                        "one tag of two",
                        host(SHARED),
                        demand(SMALL, false, POOL, null, null, Set.of("ssd", "nvme")),
                        Rule.TAGS),
                argumentSet(
                        "other GPUs", host(SHARED), demand(SMALL, false, POOL, null, "H100", Set.of()), Rule.GPU_MODEL),
                argumentSet("none of the set", host(SHARED), together, Rule.AFFINITY),
                argumentSet(
                        "one of the set",
                        host(SHARED, new MachineAllocation(Size.NONE, 1, false, Set.of(SET))),
                        apart,
                        Rule.ANTI_AFFINITY),
                argumentSet(
                        "taken as a whole",
                        host(RENTED, new MachineAllocation(Size.NONE, 1, true, Set.of())),
                        demand(SMALL, true, POOL, null, null, Set.of()),
                        Rule.EXCLUSIVE),
                argumentSet(
                        "something on it, and it is to be exclusive",
                        host(RENTED, new MachineAllocation(Size.NONE, 1, false, Set.of())),
                        demand(SMALL, true, POOL, null, null, Set.of()),
                        Rule.EXCLUSIVE),
                argumentSet("too few cores", host(SHARED, allocated(15, 0, 0, 0)), DEMAND, Rule.CPU),
                argumentSet("too little memory", host(SHARED, allocated(0, 61, 0, 0)), DEMAND, Rule.MEMORY),
                argumentSet("too little storage", host(SHARED, allocated(0, 0, 91, 0)), DEMAND, Rule.STORAGE),
                argumentSet("too few GPUs", host(SHARED, allocated(0, 0, 0, 2)), DEMAND, Rule.GPU));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void machineIsRuledOutByThatRuleAlone(Host host, Demand demand, Rule rule) {
        assertThat(Arrays.stream(Rule.values()).filter(one -> !one.allows(host, demand)))
                .containsExactly(rule);
    }

    @Test
    void everyRuleRulesSomethingOut() {
        assertThat(cases().map(one -> one.get()[2])).contains((Object[]) Rule.values());
    }

    @Test
    void machineThatIsAsAskedIsRuledOutByNothing() {
        assertThat(Rule.values()).allMatch(rule -> rule.allows(host(SHARED), DEMAND));
    }

    @Test
    void machineIsFilledToTheLastOfEverything() {
        assertThat(Rule.values()).allMatch(rule -> rule.allows(host(SHARED, allocated(14, 60, 90, 1)), DEMAND));
    }

    @ParameterizedTest
    @CsvSource({"bin_pack, BIN_PACK", "load_balance, LOAD_BALANCE", "BIN_PACK, BIN_PACK", "by_chance, LOAD_BALANCE"})
    void policyThatIsNotKnownBalances(String name, Policy policy) {
        assertThat(Policy.of(name)).isEqualTo(policy);
    }

    @Test
    void machineIsAsFullAsItsFullestThing() {
        assertThat(host(SHARED, allocated(2, 0, 80, 0)).fullnessWith(SMALL)).isEqualTo(0.9);
        assertThat(Policy.BIN_PACK.score(host(SHARED, allocated(2, 0, 80, 0)), DEMAND))
                .isEqualTo(-0.9);
        assertThat(Policy.LOAD_BALANCE.score(host(SHARED), DEMAND)).isEqualTo(0.125);
    }

    /** A machine of which nothing may be promised would else divide by zero. */
    @Test
    void machineThatHasNoneOfAThingIsFull() {
        Host none = new Host(
                UUID.randomUUID(),
                POOL,
                PLACE,
                Policy.LOAD_BALANCE,
                SHARED,
                new Size(16, 64, 0, 0),
                allocated(0, 0, 0, 0));
        assertThat(none.fullnessWith(SMALL)).isEqualTo(1.0);
    }

    private static Demand inDataCenter(UUID place) {
        return new Demand(SMALL, false, place, null, null, null, null, Set.of(), null, null, Set.of());
    }

    private static Demand ofType(String type) {
        return new Demand(SMALL, false, null, POOL, null, type, null, Set.of(), null, null, Set.of());
    }

    private static Demand demand(
            Size size, boolean exclusive, UUID pool, @Nullable String region, @Nullable String gpu, Set<String> tags) {
        return new Demand(size, exclusive, null, pool, region, null, gpu, tags, null, null, Set.of());
    }

    private static Host.Traits traits(boolean open, boolean healthy) {
        return new Host.Traits(open, healthy, false, "eu-west", "GPU_SERVER", "L40S", Set.of("ssd", "rack:7"), false);
    }

    private static MachineAllocation allocated(int cores, int memory, int storage, int gpus) {
        return new MachineAllocation(new Size(cores, memory, storage, gpus), 0, false, Set.of());
    }

    private static Host host(Host.Traits traits) {
        return host(traits, allocated(0, 0, 0, 0));
    }

    private static Host host(Host.Traits traits, MachineAllocation load) {
        return new Host(UUID.randomUUID(), POOL, PLACE, Policy.LOAD_BALANCE, traits, new Size(16, 64, 100, 2), load);
    }
}
