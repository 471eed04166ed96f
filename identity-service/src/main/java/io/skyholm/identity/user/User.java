package io.skyholm.identity.user;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.identity.LimitedRole;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.keycloak.DirectoryState;
import io.skyholm.identity.tenant.CountsOfTenants;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** Somebody who belongs to a tenant; the credentials are the directory's. Times are as exact as the database keeps them. */
@Entity
@Table(name = "app_user")
class User implements Revised {

    /** All of them stand in each fact of the user, and are asked for at each look at what they may do. */
    static final int MOST_LIMITED_ROLES = 100;

    private static final Set<String> ADMINISTRATION = Set.of(BuiltInRole.ADMIN.name(), BuiltInRole.TENANT_ADMIN.name());

    @Id
    UUID id;

    UUID tenantId;
    String username;
    String email;

    @Nullable String firstName;

    @Nullable String lastName;

    /** Names, in no order; {@link RoleGrants} writes them. */
    @Formula("""
            array(select held.name from tenant_role held where held.user_id = id)""")
    String[] roles;

    /** Each a group and the name of a role that is held within it, in no order; {@link RoleGrants} writes them. */
    @Formula("""
            array(select held.group_id || ' ' || held.name from project_role held where held.user_id = id)""")
    String[] limitedRoles;

    @Enumerated(EnumType.STRING)
    UserStatus status;

    boolean emailVerified;

    @Nullable QuotaConfig quotaConfig;

    @Convert(converter = ExternalIds.class)
    Map<String, String> externalIds;

    @Enumerated(EnumType.STRING)
    DirectoryState directoryState;

    @Nullable Instant lastLoginAt;

    @Nullable Instant tokensNotBefore;

    boolean totpRequired;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected User() {}

    User(UUID id, UUID tenantId, CreateUser command, Revision revision) {
        this.id = id;
        this.tenantId = tenantId;
        this.username = command.username();
        this.email = command.email();
        this.firstName = command.firstName();
        this.lastName = command.lastName();
        this.roles = sorted(command.roles() == null ? Set.of() : command.roles());
        this.limitedRoles = new String[0];
        this.status = UserStatus.ACTIVE;
        this.quotaConfig = CountsOfTenants.refuseCounts(command.quotaConfig());
        this.externalIds = command.externalIds();
        this.directoryState = DirectoryState.PENDING;
        this.revision = revision;
    }

    /** Of the names that are there. */
    @Nullable String fullName() {
        String full =
                Stream.of(firstName, lastName).filter(part -> part != null).collect(Collectors.joining(" "));
        return full.isEmpty() ? null : full;
    }

    /** Has the user hold these roles and no others. */
    void hold(Collection<String> names) {
        roles = sorted(names);
    }

    List<String> roles() {
        return Stream.of(roles).sorted().toList();
    }

    boolean holds(String role) {
        return List.of(roles).contains(role);
    }

    /** Nobody holds a role twice. */
    void give(String role) {
        if (holds(role)) {
            throw UserProblems.alreadyHeld(role);
        }
        roles = sorted(Stream.concat(Stream.of(roles), Stream.of(role)).toList());
    }

    void take(String role) {
        if (!holds(role)) {
            throw UserProblems.notHeld();
        }
        roles = sorted(Stream.of(roles).filter(held -> !held.equals(role)).toList());
    }

    /** The roles that the user holds within projects. */
    List<LimitedRole> limitedRoles() {
        return Stream.of(limitedRoles).map(User::limitedRole).sorted().toList();
    }

    /** The names of all roles, wherever they are held. */
    Set<String> allRoles() {
        return Stream.concat(Stream.of(roles), limitedRoles().stream().map(LimitedRole::role))
                .collect(Collectors.toSet());
    }

    void giveWithin(LimitedRole role) {
        if (limitedRoles().contains(role)) {
            throw UserProblems.alreadyHeld(role.role());
        }
        if (limitedRoles.length >= MOST_LIMITED_ROLES) {
            throw UserProblems.tooManyLimitedRoles(MOST_LIMITED_ROLES);
        }
        limitedRoles =
                Stream.concat(Stream.of(limitedRoles), Stream.of(text(role))).toArray(String[]::new);
    }

    void takeWithin(LimitedRole role) {
        limitedRoles =
                Stream.of(limitedRoles).filter(held -> !held.equals(text(role))).toArray(String[]::new);
    }

    private static String text(LimitedRole role) {
        return role.groupId() + " " + role.role();
    }

    private static LimitedRole limitedRole(String text) {
        int space = text.indexOf(' ');
        return new LimitedRole(text.substring(space + 1), UUID.fromString(text.substring(0, space)));
    }

    private static String[] sorted(Collection<String> names) {
        return names.stream().distinct().sorted().toArray(String[]::new);
    }

    /** The roles by which the user, while they may come in, administers their tenant or the platform. */
    Set<String> administration() {
        return status == UserStatus.ACTIVE
                ? Stream.of(roles).filter(ADMINISTRATION::contains).collect(Collectors.toSet())
                : Set.of();
    }

    void delete(Instant now) {
        endTokens(now);
        status = UserStatus.DELETED;
    }

    /** Whether nothing of it says who it was. */
    boolean isAnonymous() {
        return username.equals(anonymousName());
    }

    /** Names, address and ids elsewhere say who somebody was; nobody asks for them once the user is deleted. */
    void anonymise() {
        username = anonymousName();
        email = anonymousName() + "@deleted.invalid";
        emailVerified = false;
        firstName = null;
        lastName = null;
        externalIds = Map.of();
    }

    private String anonymousName() {
        return "deleted-" + id;
    }

    /** What was issued until now is refused from now on. Tokens are issued in real time, so that is what counts here. */
    void endTokens(Instant now) {
        tokensNotBefore = now.truncatedTo(MICROS);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
