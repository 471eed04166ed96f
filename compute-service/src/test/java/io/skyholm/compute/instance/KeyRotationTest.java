package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.KeyRotation;
import io.skyholm.secrets.SealedColumns;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is sealed opens in its own row alone, whichever key of the installation has sealed it. */
@QuarkusTest
class KeyRotationTest {

    private static final String OTHER = "HxIdHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";
    private static final String KEY_ID = "select password_key_id from instance where id = ?";
    private static final String TEXT = "select password_sealed from instance where id = ?";
    private static final Sql SQL = Sql.asSuperuser("compute");

    /** "correct horse", sealed with the key of tests before texts were bound to their rows. */
    private static final String UNBOUND =
            "164gO+WY8hU1rX2y0I9DeTCHLx1h6atBRMr3zxZK8xijEK8UxbxN0gK+PL1GWSJR/5cYxq//Xsqda2N+f1AnGzdzz6Rc8xBYAtk6LAgrZ8WUbyFs"
                    + "MWzuuHrYjOaWJ4fxR+/RYQw=";

    @Inject
    TenantTransaction transactions;

    @Inject
    @All
    List<SealedColumns> columns;

    @ConfigProperty(name = "skyholm.secrets.key")
    @SuppressWarnings("NullAway.Init") // Quarkus puts it in.
    String key;

    @Test
    void whatAFormerKeySealedIsSealedAnewAndStaysReadable() {
        UUID tenant = UUID.randomUUID();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        UUID pool = Fresh.pool();
        Guest guest = Guest.running(owner, tenant, pool, Host.in(pool));
        String before = keyId(guest);
        assertThat(rotate(OTHER, key)).isPositive();
        assertThat(keyId(guest)).isNotEqualTo(before);
        assertThat(rotate(key, OTHER)).isPositive();
        assertThat(keyId(guest)).isEqualTo(before);
        assertThat(rotate(key, OTHER)).isZero();
        owner.request()
                .post(guest.path() + "/initial-password")
                .then()
                .statusCode(200)
                .body("password", notNullValue());
    }

    @Test
    void passwordThatWasCopiedFromAnotherRowIsNotShown() {
        UUID pool = Fresh.pool();
        Host host = Host.in(pool);
        UUID tenant = UUID.randomUUID();
        Guest robbed = Guest.running(Person.in(tenant, BuiltInRole.TENANT_ADMIN), tenant, pool, host);
        UUID stranger = UUID.randomUUID();
        Person thief = Person.in(stranger, BuiltInRole.TENANT_ADMIN);
        Guest own = Guest.running(thief, stranger, pool, host);
        SQL.change(
                "update instance set password_sealed = (select password_sealed from instance where id = ?) where id = ?",
                robbed.id(),
                own.id());
        thief.request().post(own.path() + "/initial-password").then().statusCode(500);
        String copied = text(own);
        rotate(OTHER, key);
        rotate(key, OTHER);
        assertThat(text(own)).isEqualTo(copied).isNotEqualTo(text(robbed));
    }

    @Test
    void passwordFromBeforeTextsWereBoundIsBoundAndStaysReadable() {
        UUID tenant = UUID.randomUUID();
        Person owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        UUID pool = Fresh.pool();
        Guest guest = Guest.running(owner, tenant, pool, Host.in(pool));
        SQL.change("update instance set password_sealed = ? where id = ?", UNBOUND, guest.id());
        assertThat(rotate(key, OTHER)).isPositive();
        assertThat(text(guest)).startsWith("2.");
        owner.request()
                .post(guest.path() + "/initial-password")
                .then()
                .statusCode(200)
                .body("password", equalTo("correct horse"));
    }

    private int rotate(String newest, String former) {
        Envelope envelope = new Envelope(Optional.of(newest), Optional.of(new String[] {former}));
        KeyRotation rotation = new KeyRotation(envelope, columns, transactions, new SimpleMeterRegistry());
        return Chains.outcomeOf(rotation::round);
    }

    private static String keyId(Guest guest) {
        return String.valueOf(SQL.rows(KEY_ID, guest.id()).getFirst().get("password_key_id"));
    }

    private static String text(Guest guest) {
        return String.valueOf(SQL.rows(TEXT, guest.id()).getFirst().get("password_sealed"));
    }
}
