package io.skyholm.compute.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.instance.Guest;
import io.skyholm.compute.machine.JoinedMachines;
import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A host with another key is told its machines anew in portions, each of them once, whoever makes the next step. */
@QuarkusTest
class ResealReconcilerTest {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final int PORTION = 2;
    private static final String HEARTBEAT = "update compute_machine set last_heartbeat = last_heartbeat where id = ?";
    private static final String HELD =
            "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted";
    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and not granted";
    private static final String TOLD =
            "select count(*) from outbox_event where aggregate_type = ? and aggregate_id = ?";
    private static final String LAST = """
            select payload from outbox_event where aggregate_type = ? and aggregate_id = ?
            order by generation desc, id desc limit 1""";
    private static final String LEFT = """
            select count(*) from virtual_machine
            where compute_machine_id = ? and desired_hash is not null and sealed_for is distinct from ?""";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);

    @Inject
    TenantTransaction transactions;

    @Inject
    JoinedMachines machines;

    @Inject
    VirtualMachines vms;

    @Inject
    InstanceWaker waker;

    @Test
    void machinesAreToldAnewInPortionsAndEachOfThemOnce() {
        UUID pool = Fresh.pool();
        Host host = Host.in(pool);
        List<Guest> guests = Stream.generate(() -> Guest.running(owner, tenant, pool, host))
                .limit(PORTION + 1)
                .toList();
        List<Long> before = timesTold(host, guests);
        HostKeys renewed = HostKeys.fresh();
        SQL.change(
                "update compute_machine set agent_encryption_key = ? where id = ?", renewed.encryptionKey(), host.id());
        assertThat(left(host, renewed)).isEqualTo(PORTION + 1);

        assertThat(stepOfAnyProcess(host)).isEqualTo(Next.NOW);
        assertThat(left(host, renewed)).isEqualTo(1);
        assertThat(stepOfAnyProcess(host)).isEqualTo(Next.DONE);
        assertThat(left(host, renewed)).isZero();
        assertThat(stepOfAnyProcess(host)).isEqualTo(Next.DONE);

        List<Long> once = before.stream().map(times -> times + 1).toList();
        Eventually.holds("all are told anew", () -> timesTold(host, guests).equals(once));
        assertThat(stepOfAnyProcess(host)).isEqualTo(Next.DONE);
        assertThat(timesTold(host, guests)).isEqualTo(once);
        for (Guest guest : guests) {
            assertThat(renewed.opened(host.id(), told(host, guest)).passwordHash())
                    .startsWith("$6$");
        }
    }

    @Test
    void aNewKeyWaitsForThoseWhoTellWithTheFormerSoThatNoneIsMissed() {
        UUID pool = Fresh.pool();
        Host host = Host.in(pool);
        Host another = Host.in(pool);
        Object former = keyOf(host);
        HostKeys renewed = HostKeys.fresh();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            SQL.change(
                    () -> {
                        Future<?> telling = threads.submit(() -> Chains.outcomeOf(() -> tellSlowly(host, another)));
                        Eventually.holds("one tells with the former key", () -> SQL.number(HELD) > 0);
                        Future<?> renewing = threads.submit(() -> Chains.outcomeOf(() -> renew(host, renewed)));
                        Eventually.holds("the new key waits", () -> SQL.number(WAITING) > 0);
                        assertThat(telling.isDone() || renewing.isDone()).isFalse();
                        assertThat(keyOf(host)).isEqualTo(former);
                    },
                    HEARTBEAT,
                    another.id());
        }
        assertThat(keyOf(host)).isEqualTo(renewed.encryptionKey()).isNotEqualTo(former);
    }

    /** It lasts for as long as somebody changes the other host. */
    private Uni<Integer> tellSlowly(Host host, Host another) {
        return transactions.change(Cause.platform(), work -> machines.encryptionKey(work, host.id())
                .chain(() -> work.execute(HEARTBEAT.replace("?", "$1"), another.id())));
    }

    private Uni<Void> renew(Host host, HostKeys keys) {
        return transactions.change(
                Cause.platform(), work -> machines.renewEncryptionKey(work, host.id(), keys.encryptionKey(), null));
    }

    private static Object keyOf(Host host) {
        return SQL.value("select agent_encryption_key from compute_machine where id = ?", host.id());
    }

    /** Each time by another reconciler, as after a crash: what is left is known to the database alone. */
    private Next stepOfAnyProcess(Host host) {
        ResealReconciler reconciler = new ResealReconciler(transactions, vms, waker, PORTION);
        return Chains.outcomeOf(() -> reconciler.step(host.id(), Cause.platform()));
    }

    private static long left(Host host, HostKeys keys) {
        return SQL.number(LEFT, host.id(), keys.encryptionKey());
    }

    private static List<Long> timesTold(Host host, List<Guest> guests) {
        return guests.stream()
                .map(guest -> SQL.number(TOLD, "host.desired." + host.id(), "vm/" + guest.virtualMachine()))
                .toList();
    }

    private static DesiredVm told(Host host, Guest guest) {
        String payload = String.valueOf(SQL.value(LAST, "host.desired." + host.id(), "vm/" + guest.virtualMachine()));
        return EventJson.read(payload, DesiredVm.class);
    }
}
