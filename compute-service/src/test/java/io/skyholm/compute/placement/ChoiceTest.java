package io.skyholm.compute.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.compute.size.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which machines are chosen, and what is said where there is none. */
class ChoiceTest {

    private static final UUID POOL = UUID.randomUUID();
    private static final UUID SET = UUID.randomUUID();
    private static final Size SMALL = new Size(2, 4, 10, 0);
    private static final Size CAPACITY = new Size(16, 64, 100, 2);

    @Test
    void balancingTakesTheEmptiestMachine() {
        List<Host> hosts =
                List.of(host(Policy.LOAD_BALANCE, 8), host(Policy.LOAD_BALANCE, 2), host(Policy.LOAD_BALANCE, 4));
        assertThat(Choice.of(hosts, demand(SMALL), 7).getFirst()).isEqualTo(hosts.get(1).id);
    }

    @Test
    void packingTakesTheFullestMachineThatHasRoom() {
        List<Host> hosts = List.of(host(Policy.BIN_PACK, 8), host(Policy.BIN_PACK, 15), host(Policy.BIN_PACK, 12));
        assertThat(Choice.of(hosts, demand(SMALL), 7)).containsExactly(hosts.get(2).id, hosts.get(0).id);
    }

    @Test
    void noMoreMachinesAreLookedAtThanNeeded() {
        List<Host> many = IntStream.range(0, 10_000)
                .mapToObj(number -> host(Policy.LOAD_BALANCE, 1))
                .toList();
        assertThat(Choice.of(many, demand(SMALL), 9_999)).hasSize(Choice.TAKEN);
    }

    @Test
    void machineWithAnInstanceOfTheSetIsNoneForOneThatKeepsApart() {
        Host taken = host(Policy.LOAD_BALANCE, 0);
        Host free = host(Policy.LOAD_BALANCE, 8);
        Demand apart = demand(SMALL, SET, Affinity.ANTI_AFFINITY);
        taken.took(apart, SMALL);
        assertThat(Choice.of(List.of(taken, free), apart, 0)).containsExactly(free.id);
    }

    @Test
    void instanceThatKeepsTogetherGoesWhereItsSetIs() {
        Host one = host(Policy.LOAD_BALANCE, 0);
        Host other = host(Policy.LOAD_BALANCE, 8);
        Demand together = demand(SMALL, SET, Affinity.AFFINITY).with(Set.of(other.id));
        assertThat(Choice.of(List.of(one, other), together, 0)).containsExactly(other.id);
    }

    @Test
    void wholeMachineIsTakenOnlyWhileNothingIsOnIt() {
        Host exclusive = host(Policy.LOAD_BALANCE, 0, true);
        Demand whole = new Demand(SMALL, true, null, null, null, null, null, Set.of(), null, null, Set.of());
        assertThat(Choice.fits(exclusive, whole)).isTrue();
        exclusive.took(whole, CAPACITY);
        assertThat(Choice.fits(exclusive, whole)).isFalse();
    }

    @Test
    void refusalCountsWhatEachRuleRuledOut() {
        List<Host> hosts = List.of(
                host(Policy.LOAD_BALANCE, 15), host(Policy.LOAD_BALANCE, 16), host(Policy.LOAD_BALANCE, 0, true));
        Explanation why = Explanation.of(hosts, demand(SMALL));
        assertThat(why.fitting()).isZero();
        assertThat(why.ruledOut()).containsExactly(new RuledOut(Rule.RENTAL_MODE, 1), new RuledOut(Rule.CPU, 2));
        assertThat(why.summary())
                .isEqualTo("None of 3 hosts has room: 1 are rented out in another way, 2 have too few CPU cores left");
        assertThat(Explanation.read(why.text())).isEqualTo(why);
    }

    @Test
    void machinesOfOtherRegionsAreNone() {
        Host west = host(Policy.LOAD_BALANCE, 8, false, "eu-west");
        Host east = host(Policy.LOAD_BALANCE, 0, false, "eu-east");
        Host nowhere = host(Policy.LOAD_BALANCE, 0);
        List<Host> hosts = List.of(west, east, nowhere);
        Demand inTheWest = new Demand(SMALL, false, null, null, "eu-west", null, null, Set.of(), null, null, Set.of());
        assertThat(Choice.of(hosts, inTheWest, 1)).containsExactly(west.id);
        assertThat(Choice.of(hosts, demand(SMALL), 1)).hasSize(3);
        Explanation why = Explanation.of(hosts, inTheWest);
        assertThat(why.fitting()).isOne();
        assertThat(why.ruledOut()).containsExactly(new RuledOut(Rule.REGION, 2));
        assertThat(why.summary()).isEqualTo("1 of 3 hosts have room: 2 are in another region");
    }

    @Test
    void machineThatIsMaintainedSoonOrLeftIsALastResort() {
        Host soon = host(true);
        Host left = host(false);
        Host other = host(false);
        Placement.Seen seen = new Placement.Seen(new Snapshot(List.of(soon, left, other)));
        assertThat(seen.choose(demand(SMALL))).containsExactlyInAnyOrder(left.id, other.id);
        assertThat(seen.beside(left.id).choose(demand(SMALL))).containsExactly(other.id);
        other.took(demand(SMALL), CAPACITY);
        assertThat(seen.beside(left.id).choose(demand(SMALL))).containsExactlyInAnyOrder(soon.id, left.id);
    }

    @Test
    void forecastCountsWhatFitsOnEachMachine() {
        List<Host> hosts =
                List.of(host(Policy.LOAD_BALANCE, 0), host(Policy.LOAD_BALANCE, 11), host(Policy.LOAD_BALANCE, 15));
        assertThat(Forecast.of(hosts, demand(SMALL)).instances()).isEqualTo(8 + 2);
        assertThat(Forecast.of(hosts, demand(SMALL, SET, Affinity.ANTI_AFFINITY))
                        .instances())
                .isEqualTo(2);
    }

    private static Demand demand(Size size) {
        return new Demand(size, false, null, POOL, null, null, null, Set.of(), null, null, Set.of());
    }

    private static Demand demand(Size size, UUID set, Affinity affinity) {
        return new Demand(size, false, null, POOL, null, null, null, Set.of(), set, affinity, Set.of());
    }

    private static Host host(Policy policy, int cores) {
        return host(policy, cores, false);
    }

    private static Host host(Policy policy, int cores, boolean exclusive) {
        return host(policy, cores, exclusive, null);
    }

    private static Host host(Policy policy, int cores, boolean exclusive, @Nullable String region) {
        return host(policy, cores, new Host.Traits(true, true, exclusive, region, "CPU_SERVER", null, Set.of(), false));
    }

    private static Host host(boolean maintainedSoon) {
        return host(
                Policy.LOAD_BALANCE,
                0,
                new Host.Traits(true, true, false, null, "CPU_SERVER", null, Set.of(), maintainedSoon));
    }

    private static Host host(Policy policy, int cores, Host.Traits traits) {
        MachineAllocation load = new MachineAllocation(new Size(cores, 0, 0, 0), 0, false, Set.of());
        return new Host(UUID.randomUUID(), POOL, UUID.randomUUID(), policy, traits, CAPACITY, load);
    }
}
