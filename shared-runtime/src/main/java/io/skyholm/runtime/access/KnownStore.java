package io.skyholm.runtime.access;

import io.skyholm.events.EventJson;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.rights.KnownLimitedRole;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what this service knows of callers. */
@Singleton
class KnownStore {

    private static final String STANDING = """
            , t.status as tenant_status, coalesce(t.recorded_reads, '{}') as recorded_reads, u.status as user_status, u.tokens_not_before,
                array(select unnest(r.permissions) from known_role r
                    where r.tenant_id = c.tenant_id and r.name = any(coalesce(u.roles, c.roles))) as own_roles,
                coalesce(u.roles, c.roles) as known_roles,
                (select json_agg(json_build_object('role', held.role, 'groups', known_groups_within(u.tenant_id, held."groupId"),
                        'permissions', array(select unnest(r.permissions) from known_role r
                            where r.tenant_id = u.tenant_id and r.name = held.role)))::text
                    from json_to_recordset(u.limited_roles::json) as held (role text, "groupId" uuid)) as limited_roles""";

    private static final String OF_TOKEN = """
            select exists (select 1 from ended_session where id = $4) as session_ended""" + STANDING + """

            from (select $1::uuid as user_id, $2::uuid as tenant_id, $3::text[] as roles) c
            left join known_tenant t on t.id = c.tenant_id
            left join known_user u on u.id = c.user_id""";

    private static final String OF_KEY = """
            select c.id, c.user_id, u.username, c.tenant_id, c.is_active, c.expires_at, c.permissions,
                case when c.group_id is not null then known_groups_within(c.tenant_id, c.group_id) end as key_groups,
                c.allowed_addresses, false as session_ended""" + STANDING + """

            from (select key.*, '{}'::text[] as roles from known_api_key key where %s = $1) c
            join known_user u on u.id = c.user_id
            left join known_tenant t on t.id = c.tenant_id""";

    private static final String OF_KEY_TEXT = OF_KEY.formatted("key_hash");
    private static final String OF_KEY_ID = OF_KEY.formatted("id");

    private static final String OF_USER = """
            select false as session_ended""" + STANDING + """

            from (select id as user_id, tenant_id, '{}'::text[] as roles from known_user where id = $1) c
            left join known_tenant t on t.id = c.tenant_id
            left join known_user u on u.id = c.user_id""";

    private final TenantRead read;

    KnownStore(TenantRead read) {
        this.read = read;
    }

    /** The standing of a token's bearer; without any fact of theirs it is what the token says. */
    Uni<CallerStatus> ofToken(TokenClaims token) {
        Statement statement = Statement.of(
                OF_TOKEN, token.userId(), token.tenantId(), token.roles().toArray(String[]::new), token.sessionId());
        return read.one(TenantScope.PLATFORM, statement, KnownStore::standing).map(Optional::orElseThrow);
    }

    /** The key of that hash. */
    Uni<Optional<KnownKey>> ofKey(String hash) {
        return read.one(TenantScope.PLATFORM, Statement.of(OF_KEY_TEXT, hash), KnownStore::key);
    }

    /** The key of that id. */
    Uni<Optional<KnownKey>> ofKey(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(OF_KEY_ID, id), KnownStore::key);
    }

    /** The standing of a user of whom something is known here. */
    Uni<Optional<CallerStatus>> ofUser(UUID user) {
        return read.one(TenantScope.PLATFORM, Statement.of(OF_USER, user), KnownStore::standing);
    }

    private static KnownKey key(Row row) {
        String[] permissions = row.getArrayOfStrings("permissions");
        UUID[] groups = row.getArrayOfUUIDs("key_groups");
        return new KnownKey(
                row.getUUID("id"),
                row.getUUID("user_id"),
                row.getString("username"),
                row.getUUID("tenant_id"),
                row.getBoolean("is_active"),
                ColumnReaders.instantOrNull(row, "expires_at"),
                permissions == null ? null : permissions(permissions),
                groups == null ? null : Set.of(groups),
                Set.of(row.getArrayOfStrings("allowed_addresses")),
                standing(row));
    }

    private static CallerStatus standing(Row row) {
        return new CallerStatus(
                member(TenantStatus.class, row.getString("tenant_status")),
                member(UserStatus.class, row.getString("user_status")),
                Set.of(row.getArrayOfStrings("known_roles")),
                permissions(row.getArrayOfStrings("own_roles")),
                limitedRoles(row.getString("limited_roles")),
                ColumnReaders.instantOrNull(row, "tokens_not_before"),
                row.getBoolean("session_ended"),
                types(row.getArrayOfStrings("recorded_reads")));
    }

    private static List<KnownLimitedRole> limitedRoles(@Nullable String text) {
        return text == null ? List.of() : List.of(EventJson.read(text, KnownLimitedRole[].class));
    }

    private static Set<Permission> permissions(String[] names) {
        return Stream.of(names).map(Permission::parse).collect(Collectors.toUnmodifiableSet());
    }

    /** A name that a newer version of identity knows records nothing here. */
    private static Set<ResourceType> types(String[] names) {
        List<String> wanted = List.of(names);
        return Stream.of(ResourceType.values())
                .filter(type -> wanted.contains(type.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> @Nullable E member(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
