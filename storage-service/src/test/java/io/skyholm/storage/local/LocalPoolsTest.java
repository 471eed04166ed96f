package io.skyholm.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.events.storage.DiskType;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.storage.pool.CreateStoragePool;
import io.skyholm.storage.pool.StoragePools;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the pools of local hosts are called. */
@QuarkusTest
class LocalPoolsTest {

    private static final String HOSTNAME = "edge-1";

    @Inject
    TenantTransaction transactions;

    @Inject
    StoragePools pools;

    private final UUID center = UUID.randomUUID();

    @Test
    void poolHasTheNameOfItsHostAndOfTwoHostsOfOneNameTheSecondHasTheEndOfItsId() {
        MachineFact first = machine();
        assertThat(name(first)).isEqualTo(HOSTNAME);
        CreateStoragePool pool = new CreateStoragePool(first.id(), HOSTNAME, null, DiskType.SSD, 100L, null);
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> pools.create(work, center, pool)));
        MachineFact second = machine();
        assertThat(name(second))
                .isEqualTo(HOSTNAME + " " + second.id().toString().substring(30));
    }

    private String name(MachineFact machine) {
        return Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> LocalPools.name(work, machine)));
    }

    private MachineFact machine() {
        return new MachineFact(
                UUID.randomUUID(),
                1,
                center,
                UUID.randomUUID(),
                HOSTNAME,
                HOSTNAME,
                MachineStatus.ACTIVE,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null);
    }
}
