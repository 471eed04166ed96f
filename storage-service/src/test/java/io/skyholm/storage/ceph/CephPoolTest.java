package io.skyholm.storage.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.host.DesiredCephPool;
import io.skyholm.events.storage.CephPoolStatus;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.testing.fixtures.HostKeys;
import io.skyholm.secrets.Sealed;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host is told of its pool in Ceph, and what is refused before. */
class CephPoolTest {

    private static final String KEY = "AQB0XK5pAAAAABAAq3VYbTMpRQo0yQmPQy8yWg==";
    private static final Sealed SEALED = new Sealed("key", "2.sealed");

    private final UUID host = UUID.randomUUID();
    private final HostKeys keys = HostKeys.fresh();

    @Test
    void aHostIsToldAKeyThatItAloneCanReadAndItsAbsenceWithoutAny() {
        CephPool pool = pool();
        DesiredCephPool told = pool.tell(KEY, keys.encryptionKey());
        assertThat(told.cephKey()).isNull();
        assertThat(told.toString()).doesNotContain(KEY);
        assertThat(told.generation()).isPositive();
        assertThat(pool.sealedFor).isEqualTo(keys.encryptionKey());
        assertThat(pool.progress.isStale()).isFalse();
        pool.delete();
        assertThat(pool.isLeaving()).isTrue();
        assertThat(pool.sealedKey).isNull();
        DesiredCephPool absent = pool.tellAbsence();
        assertThat(absent.present()).isFalse();
        assertThat(absent.sealedCephKey()).isNull();
        assertThat(absent.generation()).isGreaterThan(told.generation());
    }

    @Test
    void anotherKeyHasTheHostConnectAgainAndStaysInItsPlace() {
        CephPool pool = pool();
        pool.tell(KEY, keys.encryptionKey());
        pool.connected();
        assertThat(pool.isElsewhere(command("kvm-1"))).isFalse();
        assertThat(pool.isElsewhere(command("kvm-2"))).isTrue();
        pool.is(command("kvm-1"), new Sealed("key", "2.other"));
        assertThat(pool.status).isEqualTo(CephPoolStatus.CONNECTING);
        assertThat(pool.progress.isStale()).isTrue();
        assertThat(pool.key().text()).isEqualTo("2.other");
        pool.fail("Ceph does not accept the key of this host");
        assertThat(pool.hasFailed()).isTrue();
        assertThat(pool.isReady()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1",
                "10.0.0.1:",
                "10.0.0.1:333333",
                "v3:10.0.0.1:3300",
                "fd00::1:3300",
                "a b:3300",
                "mon:1,other:1",
                "-mon:3300"
            })
    void whatIsNoMonitorIsRefused(String monitor) {
        assertThat(refused(new PutCephPool(List.of(monitor), "disks", "kvm-1", "kvm-1", KEY)))
                .contains("monitors[0].<list element>");
    }

    @Test
    void whatIsNoNameOrKeyIsRefusedAndTheKeyIsInNoText() {
        assertThat(refused(command("kvm-1"))).isEmpty();
        assertThat(refused(command(""))).as("all of a pool").isEmpty();
        assertThat(refused(new PutCephPool(
                        List.of("v2:[fd00::1]:3300", "mon-1.example:6789"), "disks", "kvm-1", "kvm-1", KEY)))
                .isEmpty();
        assertThat(refused(new PutCephPool(List.of(), "di/sks", "kvm 1", "client admin", "no key")))
                .contains("monitors", "rbdPool", "rbdNamespace", "cephUser", "cephKey");
        for (String key :
                List.of(KEY.substring(4), KEY.substring(0, 36), "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=")) {
            assertThat(refused(new PutCephPool(List.of("mon-1:3300"), "disks", "kvm-1", "kvm-1", key)))
                    .containsExactly("cephKey");
        }
        assertThat(command("kvm-1").toString()).doesNotContain(KEY);
    }

    private static List<String> refused(PutCephPool command) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(command).stream()
                    .map(violation -> violation.getPropertyPath().toString())
                    .collect(Collectors.toList());
        }
    }

    private CephPool pool() {
        return new CephPool(UUID.randomUUID(), host, command("kvm-1"), SEALED, Revision.first(null, Instant.EPOCH));
    }

    private static PutCephPool command(String namespace) {
        return new PutCephPool(List.of("10.0.0.1:3300"), "disks", namespace, "kvm-1", KEY);
    }
}
