package io.skyholm.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a change makes of a key, and who may make it. */
class ApiKeyChangeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2030-01-01T00:00:00Z");

    private final Caller owner = TestCallers.as(BuiltInRole.TENANT_ADMIN);
    private final ApiKey key = new ApiKey(
            owner,
            new CreateApiKey("farm", null, null, Set.of("198.51.100.0/24", "192.0.2.7"), EXPIRY),
            Set.of(Permission.parse("USER:READ"), Permission.parse("TENANT:READ")),
            NewKey.make(),
            Revision.first(owner.id(), Instant.EPOCH));

    @Test
    void fieldThatIsLeftOutStays() {
        change("{}");
        assertThat(key.name).isEqualTo("farm");
        assertThat(key.expiresAt).isEqualTo(EXPIRY);
        assertThat(key.permissions).containsExactlyInAnyOrder("USER:READ", "TENANT:READ");
        assertThat(key.allowedAddresses).containsExactly("192.0.2.7", "198.51.100.0/24");
    }

    @Test
    void expiryThatIsNullIsCleared() {
        change("{\"expiresAt\": null}");
        assertThat(key.expiresAt).isNull();
        assertThat(key.name).isEqualTo("farm");
    }

    @Test
    void permissionsAreReplacedAsAWhole() {
        change("{\"permissions\": [\"ROLE:READ\"]}");
        assertThat(key.permissions).containsExactly("ROLE:READ");
    }

    @Test
    void addressesAreReplacedAsAWholeAndKeptInOrder() {
        change("{\"allowedAddresses\": [\"203.0.113.9\", \"192.0.2.1\"]}");
        assertThat(key.allowedAddresses).containsExactly("192.0.2.1", "203.0.113.9");
        change("{\"allowedAddresses\": []}");
        assertThat(key.allowedAddresses).isEmpty();
    }

    @Test
    void changedKeyAllowsNoMoreThanItsOwnerMay() {
        assertThatThrownBy(() -> change("{\"permissions\": [\"TENANT:DELETE\"], \"name\": \"king\"}"))
                .hasMessage("The key would allow more than you may do yourself");
        assertThat(key.name).isEqualTo("farm");
    }

    @Test
    void keyIsChangedByItsOwnerAlone() {
        ChangeApiKey change = RequestBody.read("{\"name\": \"mine\"}", ChangeApiKey.class);
        assertThatThrownBy(() -> change.applyTo(key, TestCallers.as(BuiltInRole.ADMIN), NOW))
                .hasMessageStartingWith("Only its owner may change");
        assertThat(key.name).isEqualTo("farm");
    }

    @Test
    void revokedKeyIsNotChangedAnyMore() {
        key.revoke();
        assertThatThrownBy(() -> change("{\"name\": \"other\"}")).hasMessageStartingWith("The key is revoked for good");
        assertThat(key.name).isEqualTo("farm");
        assertThat(key.isActive).isFalse();
    }

    @Test
    void expiredKeyDoesNotLiveAgain() {
        ChangeApiKey forEver = RequestBody.read("{\"expiresAt\": null}", ChangeApiKey.class);
        assertThatThrownBy(() -> forEver.applyTo(key, owner, EXPIRY)).hasMessageStartingWith("The key has expired");
        assertThat(key.expiresAt).isEqualTo(EXPIRY);
        assertThat(Constraints.brokenBy(
                        RequestBody.read("{\"expiresAt\": \"2020-01-01T00:00:00Z\"}", ChangeApiKey.class)))
                .containsExactly("expiresAt");
    }

    private void change(String body) {
        RequestBody.read(body, ChangeApiKey.class).applyTo(key, owner, NOW);
    }
}
