package io.skyholm.runtime.access;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.rights.Rights;
import io.skyholm.runtime.tenant.TenantScope;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: a user who proved it, and what they may do now.
 *
 * @param rights what their roles allow, less what the credential leaves out
 * @param groups of what users own, the call concerns only what belongs to members of these; null for all of it
 * @param readOnly whether their tenant is suspended, so that they may look and not change
 * @param credential with what they proved it
 * @param recordedReads the types of resource of which their tenant has reading calls recorded
 * @param grant the consent under which an operator works in the tenant; absent for everybody who is at home in it
 */
public record Caller(
        UUID id,
        String username,
        UUID tenantId,
        Set<String> roles,
        Rights rights,
        @Nullable Set<UUID> groups,
        boolean readOnly,
        Credential credential,
        Set<ResourceType> recordedReads,
        @Nullable Grant grant) {

    /**
     * What a tenant has consented to.
     *
     * @param reason why the operator asked, in their words
     */
    public record Grant(UUID id, String reason) {}

    /** Somebody who is at home in the tenant, which has nothing recorded but changes. */
    public Caller(
            UUID id,
            String username,
            UUID tenantId,
            Set<String> roles,
            Set<Permission> permissions,
            boolean readOnly,
            Credential credential) {
        this(id, username, tenantId, roles, Rights.of(permissions), null, readOnly, credential, Set.of(), null);
    }

    /** What they may do with all that this call concerns. */
    public Set<Permission> permissions() {
        return rights.holdingIn(groups);
    }

    /** The same for a call that takes this permission, which concerns what they hold it for; refuses them if they do not hold it at all. */
    public Caller using(Permission permission) {
        if (!rights.include(permission)) {
            throw lacking(permission);
        }
        return rights.limitOf(permission).map(this::within).orElse(this);
    }

    private Caller within(Set<UUID> limit) {
        return new Caller(id, username, tenantId, roles, rights, limit, readOnly, credential, recordedReads, grant);
    }

    /** Refuses a caller some of whose rights are limited to that group: who is in it they do not decide. */
    public void requireNotLimitedTo(UUID group) {
        if (rights.areLimitedTo(group)) {
            throw Problem.forbidden("Rights of yours are limited to this group: somebody else decides who is in it");
        }
    }

    /** Whether the call concerns only what belongs to some users of the tenant. */
    public boolean isLimited() {
        return groups != null;
    }

    /** Whether reading a resource of that type is recorded: what is read under a grant always is. */
    public boolean isRecordedReading(ResourceType type) {
        return grant != null || recordedReads.contains(type);
    }

    /** Whether one of the caller's roles grants it, for all that the call concerns. */
    public boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    /** Refuses a caller whom none of their roles grants it. */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw lacking(permission);
        }
    }

    private static Problem lacking(Permission permission) {
        return Problem.forbidden("This needs the permission " + permission.name());
    }

    /** Refuses a caller whose tenant is suspended. */
    public void requireActive() {
        if (readOnly) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "TENANT_SUSPENDED",
                    "Your tenant is suspended: you may look and not change; ask the operator");
        }
    }

    /** Refuses a caller who may no longer do or see all that they could before. */
    public void requireAllOf(Caller before) {
        if (!permissions().containsAll(before.permissions())
                || !scope().equals(before.scope())
                || !Objects.equals(grant, before.grant)) {
            throw Problem.forbidden("Your rights have changed since this began; ask anew");
        }
    }

    /** Whether the caller works for the operator, and so looks after every tenant. */
    public boolean ofPlatform() {
        return roles.stream().anyMatch(BuiltInRole.ofPlatform()::contains);
    }

    /** For whom answers are kept under an Idempotency-Key: a grant's keys are apart from those that its operator uses at home. */
    public UUID keyHolder() {
        return grant == null ? id : grant.id();
    }

    /** The tenants whose rows the caller's transactions see. */
    public TenantScope scope() {
        return new TenantScope(tenantId, ofPlatform(), groups);
    }
}
