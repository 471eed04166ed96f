package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.audit.chain.AuditStatus;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a search asks the database for. */
class EntryQueryTest {

    private static final UUID TENANT = UUID.randomUUID();

    @Test
    void operatorSearchesWhateverThereIs() {
        Statement found = query(TenantScope.PLATFORM, AuditFilter.ALL).asRecorded(17, 500);
        assertThat(conditions(found)).isEqualTo(" where true and position > $1 order by position limit $2");
        assertThat(found.parameters()).containsExactly(17L, 500);
    }

    @Test
    void tenantSearchesItsOwnWhicheverTenantIsAskedFor() {
        UUID other = UUID.randomUUID();
        Statement found =
                query(new TenantScope(TENANT, false), filter(other, null)).asRecorded(0, 1);
        assertThat(conditions(found)).contains(" and tenant_id = $1 and tenant_id = $2 ");
        assertThat(found.parameters()).startsWith(TENANT, other);
    }

    @Test
    void everythingThatIsAskedForIsAConditionOfItsOwn() {
        Instant from = Instant.parse("2026-02-01T00:00:00Z");
        Instant until = Instant.parse("2026-03-01T00:00:00Z");
        UUID user = UUID.randomUUID();
        UUID grant = UUID.randomUUID();
        AuditFilter filter = new AuditFilter(
                TENANT,
                user,
                "session:1",
                "USER",
                "7",
                "CREATED",
                null,
                "identity.user.created.v1",
                "story",
                "192.0.2.7",
                grant,
                from,
                until);
        Statement found = query(TenantScope.PLATFORM, filter).asRecorded(0, 1);
        assertThat(conditions(found))
                .startsWith(" where true and tenant_id = $1 and user_id = $2 and credential = $3 and resource_type = $4"
                        + " and resource_id = $5 and action = $6 and event_type = $7 and correlation_id = $8"
                        + " and ip_address = $9 and starts_with(details, '{\"accessGrant\":{\"id\":\"')"
                        + " and substr(details, 23, 36) = $10"
                        + " and created_at >= $11 and created_at < $12");
        assertThat(found.parameters())
                .startsWith(
                        TENANT,
                        user,
                        "session:1",
                        "USER",
                        "7",
                        "CREATED",
                        "identity.user.created.v1",
                        "story",
                        "192.0.2.7",
                        grant.toString(),
                        from.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC));
    }

    @Test
    void statusIsWrittenOutForTheSakeOfRareOnes() {
        Statement found =
                query(TenantScope.PLATFORM, filter(null, AuditStatus.FAILURE)).asRecorded(0, 1);
        assertThat(conditions(found)).contains(" and status = 'FAILURE' ");
        assertThat(found.parameters()).doesNotContain("FAILURE");
    }

    @Test
    void listIsNewestFirstWithOneRowMoreThanIsShown() {
        Statement found = query(TenantScope.PLATFORM, AuditFilter.ALL).newestFirst(new PageRequest(50, null));
        assertThat(conditions(found)).isEqualTo(" where true order by created_at desc, id desc limit $1");
        assertThat(found.parameters()).containsExactly(51);
    }

    @Test
    void nextPartOfTheListIsBehindTheCursor() {
        EntryCursor cursor = new EntryCursor(Instant.parse("2026-02-01T12:00:00Z"), UUID.randomUUID());
        Statement found =
                query(TenantScope.PLATFORM, filter(TENANT, null)).newestFirst(new PageRequest(1, cursor.text()));
        assertThat(conditions(found))
                .isEqualTo(" where true and tenant_id = $1 and (created_at, id) < ($2, $3)"
                        + " order by created_at desc, id desc limit $4");
        assertThat(found.parameters())
                .containsExactly(TENANT, cursor.createdAt().atOffset(ZoneOffset.UTC), cursor.id(), 2);
    }

    @Test
    void chainIsReadInItsOwnOrder() {
        Statement found = EntryQuery.ofChain(TENANT, 4, AuditFilter.ALL).asChained(100);
        assertThat(conditions(found))
                .isEqualTo(" where true and chain_id = $1 and sequence > $2 order by sequence limit $3");
        assertThat(found.parameters()).containsExactly(TENANT, 4L, 100);
    }

    private static EntryQuery query(TenantScope scope, AuditFilter filter) {
        return EntryQuery.of(scope, filter);
    }

    private static AuditFilter filter(@Nullable UUID tenant, @Nullable AuditStatus status) {
        return new AuditFilter(tenant, null, null, null, null, null, status, null, null, null, null, null, null);
    }

    private static String conditions(Statement statement) {
        assertThat(statement.sql()).startsWith(EntryRow.SELECT);
        return statement.sql().substring(EntryRow.SELECT.length());
    }
}
