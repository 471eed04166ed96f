package io.skyholm.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Names are locked by the hash that functions in migrations lock by too. */
@QuarkusTest
class NameLockTest {

    private static final String HELD = """
            select mode from pg_locks
            where locktype = 'advisory' and objsubid = 1
                and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)""";

    @Inject
    TenantTransaction transactions;

    private final String name = "the notes of " + UUID.randomUUID();

    @Test
    void nameIsHeldByOneTransactionUntilItEnds() {
        assertThat(heldAfter(Work::lockName)).containsExactly("ExclusiveLock");
        assertThat(heldAfter((work, ignored) -> {})).isEmpty();
    }

    @Test
    void sharedNameIsHeldByAnyNumber() {
        assertThat(heldAfter(Work::lockNameShared)).containsExactly("ShareLock");
    }

    private List<String> heldAfter(BiConsumer<Work, String> lock) {
        return Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> {
            lock.accept(work, name);
            return work.values(String.class, HELD, name);
        }));
    }
}
