package io.skyholm.storage.ceph;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.host.ThingKey;
import io.skyholm.events.host.ThingState;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.KeyRotation;
import io.skyholm.secrets.SealedColumns;
import io.skyholm.storage.Host;
import io.skyholm.storage.Storage;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key of a pool in Ceph reaches its host alone, and what the host says of it its operator. */
@QuarkusTest
class CephPoolsApiTest {

    private static final String OTHER_KEY = "AQC1XK5pAAAAABAA0yQmPQy8yWgq3VYbTMpRQg==";
    private static final String ANOTHER = "HxIdHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";
    private static final String SEALED_FOR = "select count(*) from ceph_pool where id = ? and sealed_for = ?";
    private static final String REFUSED = "The host cannot connect to Ceph: Ceph does not accept the key of this host";

    @Inject
    TenantTransaction transactions;

    @Inject
    @All
    List<SealedColumns> columns;

    @ConfigProperty(name = "skyholm.secrets.key")
    @SuppressWarnings("NullAway.Init") // Quarkus puts it in.
    String key;

    private final Person tenant = Person.fresh();
    private final Map<String, Object> body = Storage.ceph("kvm-1");
    private Storage storage;
    private UUID pool;
    private String ceph;

    @BeforeEach
    void freshPool() {
        storage = Storage.of(100);
        pool = storage.pool();
        ceph = "/v1/storage-pools/" + pool + "/ceph";
    }

    @Test
    void theKeyIsToldToItsHostAloneAndARefusedOneIsSaidToBe() {
        ADMIN.get(ceph).then().statusCode(404);
        ADMIN.put(ceph, body)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONNECTING"))
                .body("rbdNamespace", equalTo("kvm-1"))
                .body("cephKey", nullValue());
        DesiredCephPool told = storage.host().cephPool(pool).getLast();
        assertThat(told.monitors()).isEqualTo(body.get("monitors"));
        assertThat(told.cephKey()).isNull();
        assertThat(storage.host().cephKey(told)).isEqualTo(Storage.CEPH_KEY);
        storage.host().done(told);
        is("CONNECTED", null);

        body.put("cephKey", OTHER_KEY);
        ADMIN.put(ceph, body).then().statusCode(200).body("status", equalTo("CONNECTING"));
        DesiredCephPool rotated = storage.host().cephPool(pool).getLast();
        assertThat(storage.host().cephKey(rotated)).isEqualTo(OTHER_KEY);
        storage.host().says(rotated, ThingState.FAILED, REFUSED);
        is("ERROR", REFUSED);
        storage.host().done(rotated);
        is("CONNECTED", null);

        assertThat(Told.types(pool))
                .containsSubsequence(
                        "storage.ceph-pool.created.v1",
                        "storage.ceph-pool.connected.v1",
                        "storage.ceph-pool.changed.v1",
                        "storage.ceph-pool.failed.v1",
                        "storage.ceph-pool.connected.v1");
        assertThat(everywhere(Storage.CEPH_KEY)).isZero();
        assertThat(everywhere(OTHER_KEY)).isZero();
        tenant.get(ceph).then().statusCode(403);
        tenant.put(ceph, body).then().statusCode(403);
    }

    /** How often a key stands in what is kept, or is sent. */
    private long everywhere(String key) {
        return Sql.asSuperuser("storage")
                .number(
                        "select (select count(*) from outbox_event where payload like '%' || ? || '%')"
                                + " + (select count(*) from ceph_pool where ceph_pool::text like '%' || ? || '%')",
                        key, key);
    }

    @Test
    void aHostThatReadsWithAnotherKeyIsToldAnew() {
        ADMIN.put(ceph, body).then().statusCode(200);
        DesiredCephPool told = storage.host().cephPool(pool).getLast();
        storage.host().done(told);
        is("CONNECTED", null);
        Host renewed = storage.host().renewed(2);
        Eventually.rows(
                1,
                "select count(*) from ceph_pool where id = ? and sealed_for = ?",
                pool,
                renewed.keys().encryptionKey());
        DesiredCephPool anew = renewed.cephPool(pool).getLast();
        assertThat(anew.generation()).isGreaterThan(told.generation());
        assertThat(renewed.cephKey(anew)).isEqualTo(Storage.CEPH_KEY);
        is("CONNECTED", null);
        renewed.done(anew);
        is("CONNECTED", null);
    }

    @Test
    void theKeyIsSealedAnewWhenTheInstallationsKeyChanges() {
        ADMIN.put(ceph, body).then().statusCode(200);
        storage.host().done(storage.host().cephPool(pool).getLast());
        is("CONNECTED", null);
        Object before = sealedWith();
        assertThat(rotate(ANOTHER, key)).isPositive();
        assertThat(sealedWith()).isNotEqualTo(before);
        assertThat(rotate(key, ANOTHER)).isPositive();
        assertThat(sealedWith()).isEqualTo(before);
        Host renewed = storage.host().renewed(2);
        Eventually.rows(1, SEALED_FOR, pool, renewed.keys().encryptionKey());
        assertThat(renewed.cephKey(renewed.cephPool(pool).getLast())).isEqualTo(Storage.CEPH_KEY);
    }

    private Object sealedWith() {
        return Sql.asSuperuser("storage").value("select sealed_key_id from ceph_pool where id = ?", pool);
    }

    private int rotate(String newest, String former) {
        Envelope envelope = new Envelope(Optional.of(newest), Optional.of(new String[] {former}));
        KeyRotation rotation = new KeyRotation(envelope, columns, transactions, new SimpleMeterRegistry());
        return Chains.outcomeOf(rotation::round);
    }

    @Test
    void aPoolWithDisksStaysWhereItIs() {
        UUID disk = storage.available(tenant, 10);
        ADMIN.put(ceph, body).then().statusCode(409).body("code", equalTo("POOL_NOT_EMPTY"));
        tenant.delete("/v1/disks/" + disk + "?now=true").then().statusCode(200);
        storage.host().does(disk);
        Storage.isIn(tenant, disk, "DELETED");
        ADMIN.put(ceph, body).then().statusCode(200);
        storage.begun(tenant, 10);
        body.put("monitors", List.of("mon-1.example:3300"));
        ADMIN.put(ceph, body).then().statusCode(200).body("monitors", equalTo(List.of("mon-1.example:3300")));
        body.put("rbdNamespace", "kvm-2");
        ADMIN.put(ceph, body).then().statusCode(409).body("code", equalTo("POOL_NOT_EMPTY"));
    }

    @Test
    void twoHostsHaveNoNamespaceInCommon() {
        ADMIN.put(ceph, body).then().statusCode(200);
        String other = "/v1/storage-pools/" + Storage.of(100).pool() + "/ceph";
        ADMIN.put(other, body).then().statusCode(409).body("code", equalTo("CEPH_NAMESPACE_TAKEN"));
        body.put("rbdNamespace", "kvm-3");
        ADMIN.put(other, body).then().statusCode(200);
        ADMIN.put("/v1/storage-pools/" + UUID.randomUUID() + "/ceph", body)
                .then()
                .statusCode(404);
    }

    /** The key to all of a pool opens every namespace of it. */
    @Test
    void aPoolThatIsOneHostsAloneIsNobodyElses() {
        body.put("rbdNamespace", "");
        ADMIN.put(ceph, body).then().statusCode(200).body("rbdNamespace", equalTo(""));
        assertThat(storage.host().cephPool(pool).getLast().namespace()).isEmpty();
        String other = "/v1/storage-pools/" + Storage.of(100).pool() + "/ceph";
        ADMIN.put(other, body).then().statusCode(409).body("code", equalTo("CEPH_NAMESPACE_TAKEN"));
        body.put("rbdNamespace", "kvm-2");
        ADMIN.put(other, body).then().statusCode(409).body("code", equalTo("CEPH_NAMESPACE_TAKEN"));
        body.put("rbdPool", "disks-of-kvm-2");
        ADMIN.put(other, body).then().statusCode(200);
        body.put("rbdNamespace", "");
        ADMIN.put(other, body).then().statusCode(200);
        body.put("rbdPool", "disks");
        ADMIN.put(other, body).then().statusCode(409).body("code", equalTo("CEPH_NAMESPACE_TAKEN"));
    }

    @Test
    void theKeyIsForgottenWithTheStoragePool() {
        ADMIN.put(ceph, body).then().statusCode(200);
        storage.host().done(storage.host().cephPool(pool).getLast());
        is("CONNECTED", null);
        ADMIN.delete("/v1/storage-pools/" + pool).then().statusCode(200);
        ADMIN.put(ceph, body).then().statusCode(404);
        assertThat(Sql.asSuperuser("storage")
                        .number("select count(*) from ceph_pool where id = ? and sealed_key is null", pool))
                .isEqualTo(1);
        DesiredCephPool last = storage.host().cephPool(pool).getLast();
        assertThat(last.present()).isFalse();
        storage.host().done(last);
        Eventually.rows(1, "select count(*) from ceph_pool where id = ? and status = 'DELETED'", pool);
        assertThat(storage.host().isReleased(new ThingKey(DesiredCephPool.KIND, pool)))
                .isTrue();
    }

    @Test
    void aHostThatHasToldNoKeyIsToldNothingUntilItDoes() {
        int changed = Sql.asSuperuser("storage")
                .change(
                        "update known_host_key set agent_encryption_key = null where id = ?",
                        storage.host().id());
        assertThat(changed).isEqualTo(1);
        ADMIN.put(ceph, body).then().statusCode(200);
        Eventually.found(
                "the reason",
                () -> String.valueOf(ADMIN.get(ceph).<String>path("statusReason")),
                reason -> reason.startsWith("Its host has told no key"));
        assertThat(Sql.asSuperuser("storage")
                        .number(
                                "select count(*) from outbox_event where aggregate_id = ?",
                                new ThingKey(DesiredCephPool.KIND, pool).text()))
                .isZero();
        Host renewed = storage.host().renewed(2);
        DesiredCephPool told = renewed.cephPool(pool).getLast();
        assertThat(renewed.cephKey(told)).isEqualTo(Storage.CEPH_KEY);
        renewed.done(told);
        is("CONNECTED", null);
    }

    private void is(String status, @Nullable String reason) {
        Eventually.found("the pool", () -> ADMIN.get(ceph).path("status"), status::equals);
        assertThat(ADMIN.get(ceph).<String>path("statusReason")).isEqualTo(reason);
    }
}
