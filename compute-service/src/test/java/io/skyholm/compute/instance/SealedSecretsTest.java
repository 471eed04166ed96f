package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostSeal;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host is told that is secret, this host alone can read, from the outbox on. */
@QuarkusTest
class SealedSecretsTest {

    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String USER_DATA = "#cloud-config\npassword: hunter2\n";
    private static final String TOLD = """
            select payload from outbox_event where aggregate_type = ? and aggregate_id = ?
            order by generation desc, id desc limit 1""";

    private final UUID tenant = UUID.randomUUID();
    private final Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID pool = tenant;

    @BeforeEach
    void aPool() {
        pool = Fresh.pool();
    }

    @Test
    void userDataAndPasswordAreInTheOutboxForTheirHostAlone() {
        Host host = Host.in(pool);
        Guest guest = Guest.running(owner, tenant, withUserData(), host);
        DesiredVm told = told(host, guest);
        assertThat(told.userData()).isNull();
        assertThat(told.passwordHash()).isNull();
        assertThat(told.sealedSecrets()).isNotNull();
        assertThat(host.keys().opened(host.id(), told).userData()).isEqualTo(USER_DATA);
        assertThat(host.keys().opened(host.id(), told).passwordHash()).startsWith("$6$");
        HostKeys anothers = HostKeys.fresh();
        assertThatThrownBy(() -> anothers.opened(host.id(), told)).isInstanceOf(HostSeal.CannotOpenException.class);
    }

    @Test
    void agentOfBeforeIsToldAsEverAndAnewOnceItHasAKey() {
        HostKeys keys = HostKeys.fresh();
        Map<String, Object> joining = Host.joining(Host.token(pool), keys);
        joining.keySet().removeAll(List.of("encryptionKey", "encryptionKeySignature", "signedAt", "signature"));
        UUID id = UUID.fromString(
                Host.join(joining).then().statusCode(201).extract().path("machineId"));
        Host host = new Host(id, keys);
        Guest guest = Guest.running(owner, tenant, withUserData(), host);
        assertThat(told(host, guest).userData()).isEqualTo(USER_DATA);

        Host.join(Host.signed(joining, keys)).then().statusCode(201);
        Eventually.holds("it is told anew", () -> told(host, guest).sealedSecrets() != null);
        assertThat(told(host, guest).userData()).isNull();
        assertThat(host.keys().opened(host.id(), told(host, guest)).userData()).isEqualTo(USER_DATA);
        guest.settles(host, ThingState.RUNNING);
        guest.isSoon("RUNNING");
    }

    private Map<String, Object> withUserData() {
        return Guest.in(pool, "userData", USER_DATA);
    }

    private static DesiredVm told(Host host, Guest guest) {
        String payload = String.valueOf(SQL.value(TOLD, "host.desired." + host.id(), "vm/" + guest.virtualMachine()));
        return EventJson.read(payload, DesiredVm.class);
    }
}
