package io.skyholm.compute.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.instance.Guest;
import io.skyholm.events.EventType;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.SshKeyEvents;
import io.skyholm.events.identity.SshKeyFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances are created with keys of the catalogue. */
@QuarkusTest
class SshKeysTest {

    private static final Instant THEN = Instant.parse("2026-02-01T12:00:00Z");
    private static final String LINE = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA";

    private final UUID tenant = UUID.randomUUID();
    private final Person user = Person.in(tenant, BuiltInRole.USER);
    private final Person administrator = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private final UUID key = UUID.randomUUID();
    private UUID pool = tenant;

    @BeforeEach
    void aKeyOfTheUser() {
        pool = Fresh.pool();
        tell(SshKeyEvents.CREATED, 1, null);
        Eventually.rows(1, "select count(*) from known_ssh_key where id = ? and public_key is not null", key);
    }

    @Test
    void keyOfTheCatalogueStandsBehindThoseOfTheRequest() {
        Map<String, Object> body = Guest.in(pool, "sshKeyIds", List.of(key));
        body.put("sshKeys", List.of("ssh-rsa B"));
        Guest guest = Guest.made(user, tenant, body);
        assertThat(Sql.asSuperuser("compute")
                        .value("select array_to_string(ssh_keys, '|') from instance where id = ?", guest.id()))
                .isEqualTo("ssh-rsa B|" + LINE);
    }

    @Test
    void anothersKeyTakesAPermissionAndAnotherTenantsIsNotThere() {
        Guest.made(administrator, tenant, Guest.in(pool, "sshKeyIds", List.of(key)));
        isRefusedTo(Person.in(tenant, BuiltInRole.USER));
        isRefusedTo(Person.in(UUID.randomUUID(), BuiltInRole.TENANT_ADMIN));
    }

    @Test
    void deletedKeyOpensNoNewInstance() {
        tell(SshKeyEvents.DELETED, 2, THEN);
        Eventually.rows(1, "select count(*) from known_ssh_key where id = ? and public_key is null", key);
        isRefusedTo(user);
    }

    private void isRefusedTo(Person caller) {
        caller.post("/v1/instances", Guest.in(pool, "sshKeyIds", List.of(key)))
                .then()
                .statusCode(422)
                .body("errors.field", contains("sshKeyIds"));
    }

    private void tell(EventType<SshKeyFact> type, long generation, @Nullable Instant deletedAt) {
        Broker.tell(
                type,
                new SshKeyFact(
                        key,
                        generation,
                        tenant,
                        user.id(),
                        "laptop",
                        LINE,
                        "SHA256:x",
                        null,
                        THEN,
                        THEN,
                        null,
                        null,
                        deletedAt));
    }
}
