package io.skyholm.compute.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.size.Size;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the statement that claims a machine costs. */
@QuarkusTest
class MachineCapacityTest {

    private static final String PREPARED = "select count(*) from pg_prepared_statements where statement = $1";

    @Inject
    TenantTransaction transactions;

    @Inject
    MachineCapacity machines;

    /** One that is too long for the client's cache is prepared anew for every claim. */
    @Test
    void statementThatClaimsAMachineStaysPrepared() {
        Optional<Long> prepared = Chains.outcomeOf(() -> transactions.tryOut(Cause.platform(), work -> claim(work)
                .chain(() -> claim(work))
                .chain(() -> work.value(Long.class, PREPARED, MachineCapacity.CLAIM))));
        assertThat(prepared).contains(1L);
    }

    private Uni<Optional<MachineCapacity.Claimed>> claim(Work work) {
        MachineCapacity.Request small = new MachineCapacity.Request(
                UUID.randomUUID(), new Size(1, 1, 1, 0), false, null, null, null, Set.of(), null, false);
        return machines.claim(work, small, List.of(UUID.randomUUID()));
    }
}
