package io.skyholm.runtime.access;

import io.quarkus.arc.All;
import io.skyholm.events.EventJson;
import io.skyholm.events.Fact;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.ApiKeyFact;
import io.skyholm.events.identity.GroupFact;
import io.skyholm.events.identity.GroupMemberFact;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.RoleFact;
import io.skyholm.events.identity.ServiceAccountFact;
import io.skyholm.events.identity.SessionFact;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.UserFact;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Learns from identity's facts who may come in and what they may do; an older fact never replaces a newer. */
@ApplicationScoped
class KnownFacts {

    private static final String CONSUMER = "access";
    private static final String TENANT = """
            insert into known_tenant as known (id, generation, status, quota_config, recorded_reads)
            values ($1, $2, $3, $4, $5)
            on conflict (id) do update set generation = excluded.generation, status = excluded.status,
                quota_config = excluded.quota_config, recorded_reads = excluded.recorded_reads
            where known.generation < excluded.generation""";
    private static final String USER = """
            insert into known_user as known (id, generation, tenant_id, username, status, roles, tokens_not_before, limited_roles)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (id) do update set generation = excluded.generation, username = excluded.username,
                status = excluded.status, roles = excluded.roles, tokens_not_before = excluded.tokens_not_before,
                limited_roles = excluded.limited_roles
            where known.generation < excluded.generation""";
    private static final String ROLE = """
            insert into known_role as known (id, generation, tenant_id, name, permissions) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set generation = excluded.generation, permissions = excluded.permissions
            where known.generation < excluded.generation""";
    private static final String KEY = """
            insert into known_api_key as known (id, generation, tenant_id, user_id, key_hash, is_active, expires_at,
                permissions, allowed_addresses, group_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (id) do update set generation = excluded.generation, is_active = excluded.is_active,
                expires_at = excluded.expires_at, permissions = excluded.permissions,
                allowed_addresses = excluded.allowed_addresses, group_id = excluded.group_id
            where known.generation < excluded.generation""";
    private static final String GROUP = """
            insert into known_user_group as known (id, generation, tenant_id, parent_group_id, is_deleted)
            values ($1, $2, $3, $4, $5)
            on conflict (id) do update set generation = excluded.generation, parent_group_id = excluded.parent_group_id,
                is_deleted = excluded.is_deleted
            where known.generation < excluded.generation""";
    private static final String MEMBER = """
            insert into known_user_group_member as known (id, generation, tenant_id, group_id, user_id, is_removed)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set generation = excluded.generation, group_id = excluded.group_id,
                is_removed = excluded.is_removed
            where known.generation < excluded.generation""";
    private static final String SESSION =
            "insert into ended_session (id, tenant_id, ended_at) values ($1, $2, $3)" + " on conflict do nothing";

    private final Inbox inbox;
    private final List<KnownFactFollower> followers;

    KnownFacts(Inbox inbox, @All List<KnownFactFollower> followers) {
        this.inbox = inbox;
        this.followers = followers;
    }

    @Incoming("access")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        received.event().ifPresent(event -> {
            note(work, event.data());
            followers.forEach(follower -> follower.noted(work, event.data()));
        });
        return Uni.createFrom().voidItem();
    }

    private static void note(Work work, Fact fact) {
        switch (fact) {
            case TenantFact tenant ->
                work.send(
                        TENANT,
                        tenant.id(),
                        tenant.generation(),
                        tenant.status().name(),
                        tenant.quotaConfig() == null ? null : EventJson.write(tenant.quotaConfig()),
                        tenant.recordedReads() == null
                                ? new String[0]
                                : tenant.recordedReads().toArray(String[]::new));
            case UserFact user -> note(work, user);
            case ServiceAccountFact account -> note(work, account);
            case RoleFact role -> note(work, role);
            case ApiKeyFact key -> note(work, key);
            case SessionFact session -> note(work, session);
            case GroupFact group ->
                work.send(
                        GROUP,
                        group.id(),
                        group.generation(),
                        group.tenantId(),
                        group.parentGroupId(),
                        group.deletedAt() != null);
            case GroupMemberFact member ->
                work.send(
                        MEMBER,
                        member.id(),
                        member.generation(),
                        member.tenantId(),
                        member.groupId(),
                        member.userId(),
                        member.removedAt() != null);
            default -> {}
        }
    }

    private static void note(Work work, UserFact user) {
        work.send(
                USER,
                user.id(),
                user.generation(),
                user.tenantId(),
                user.username(),
                user.status().name(),
                user.roles().toArray(String[]::new),
                ColumnReaders.parameter(user.tokensNotBefore()),
                limited(user.limitedRoles()));
    }

    /**
     * A service account is known beside the users: what its tokens are worth is decided alike. One with a project has all its roles
     * within it, and counts as a member, so that what it makes is the project's.
     */
    private static void note(Work work, ServiceAccountFact account) {
        UUID group = account.groupId();
        work.send(
                USER,
                account.id(),
                account.generation(),
                account.tenantId(),
                account.username(),
                statusOf(account).name(),
                group == null ? account.roles().toArray(String[]::new) : new String[0],
                ColumnReaders.parameter(account.tokensNotBefore()),
                group == null ? null : limited(rolesWithin(account.roles(), group)));
        work.send(MEMBER, account.id(), account.generation(), account.tenantId(), group, account.id(), group == null);
    }

    private static List<LimitedRole> rolesWithin(Set<String> roles, UUID group) {
        return roles.stream().map(role -> new LimitedRole(role, group)).toList();
    }

    private static @Nullable String limited(@Nullable Collection<LimitedRole> roles) {
        return roles == null || roles.isEmpty() ? null : EventJson.write(roles);
    }

    private static UserStatus statusOf(ServiceAccountFact account) {
        if (account.deletedAt() != null) {
            return UserStatus.DELETED;
        }
        return account.isEnabled() ? UserStatus.ACTIVE : UserStatus.INACTIVE;
    }

    /** A role that is gone allows nothing. */
    private static void note(Work work, RoleFact role) {
        Set<Permission> permissions = role.deletedAt() == null ? role.permissions() : Set.of();
        work.send(ROLE, role.id(), role.generation(), role.tenantId(), role.name(), names(permissions));
    }

    private static void note(Work work, ApiKeyFact key) {
        work.send(
                KEY,
                key.id(),
                key.generation(),
                key.tenantId(),
                key.userId(),
                key.keyHash(),
                key.isActive(),
                ColumnReaders.parameter(key.expiresAt()),
                names(key.permissions()),
                key.allowedAddresses().toArray(String[]::new),
                key.groupId());
    }

    private static void note(Work work, SessionFact session) {
        if (session.endedAt() != null) {
            work.send(SESSION, session.id(), session.tenantId(), ColumnReaders.parameter(session.endedAt()));
        }
    }

    private static String @Nullable [] names(@Nullable Set<Permission> permissions) {
        return permissions == null
                ? null
                : permissions.stream().map(Permission::name).toArray(String[]::new);
    }
}
