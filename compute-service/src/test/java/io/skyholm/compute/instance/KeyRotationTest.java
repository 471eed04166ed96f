package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.Chains;
import io.skyholm.runtime.testing.Person;
import io.skyholm.runtime.testing.Sql;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.KeyRotation;
import io.skyholm.secrets.SealedColumns;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The installation's key can be changed: what the one before has sealed is sealed anew, and stays readable. */
@QuarkusTest
class KeyRotationTest {

    private static final String OTHER = "HxIdHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";
    private static final String KEY_ID = "select password_key_id from instance where id = ?";

    @Inject
    TenantTransaction transactions;

    @Inject
    @All
    List<SealedColumns> columns;

    @ConfigProperty(name = "skyholm.secrets.key")
    @SuppressWarnings("NullAway.Init") // Quarkus puts it in.
    String own;

    @Test
    void whatAFormerKeySealedIsSealedAnewAndStaysReadable() {
        UUID tenant = UUID.randomUUID();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        UUID pool = Fresh.pool();
        Guest guest = Guest.running(owner, tenant, pool, Host.in(pool));
        String before = keyId(guest);
        assertThat(rotate(OTHER, own)).isPositive();
        assertThat(keyId(guest)).isNotEqualTo(before);
        assertThat(rotate(own, OTHER)).isPositive();
        assertThat(keyId(guest)).isEqualTo(before);
        assertThat(rotate(own, OTHER)).isZero();
        owner.request()
                .post(guest.path() + "/initial-password")
                .then()
                .statusCode(200)
                .body("password", notNullValue());
    }

    private int rotate(String newest, String former) {
        Envelope envelope = new Envelope(Optional.of(newest), Optional.of(new String[] {former}));
        KeyRotation rotation = new KeyRotation(envelope, columns, transactions, new SimpleMeterRegistry());
        return Chains.outcomeOf(rotation::round);
    }

    private static String keyId(Guest guest) {
        return String.valueOf(
                Sql.asSuperuser("compute").rows(KEY_ID, guest.id()).getFirst().get("password_key_id"));
    }
}
