package io.skyholm.identity.tenant;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a tenant: a field that is left out stays, one that is null is cleared. */
public record ChangeTenant(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable TenantStatus status,
        @Nullable Optional<UUID> adminUserId,
        @Nullable Optional<@Min(1) @Max(4094) Integer> vlanId,
        @Nullable Optional<@Valid QuotaConfig> quotaConfig,

        @Schema(
                description =
                        "The resource types of which audit records calls that read, too, by users of this tenant. Each such call"
                                + " becomes an event and an audit entry, as a change does, so name what you have to account for")
        @Size(max = 100) @Nullable Set<@NotNull ResourceType> recordedReads) {

    private static final Permission DECIDE_STANDING = new Permission(ResourceType.TENANT, Action.MANAGE);

    /** Standing and limits are decided by the operator alone. */
    void applyTo(Tenant tenant, Caller caller) {
        if (status == TenantStatus.DELETING || status == TenantStatus.DELETED) {
            throw TenantProblems.deleteToDelete();
        }
        if (concernsStanding() && !caller.may(DECIDE_STANDING)) {
            throw TenantProblems.standingIsTheOperators();
        }
        if (tenant.status == TenantStatus.DELETING) {
            throw TenantProblems.beingDeleted();
        }
        tenant.name = Patch.of(name, tenant.name);
        tenant.description = Patch.of(description, tenant.description);
        tenant.status = Patch.of(status, tenant.status);
        tenant.adminUserId = Patch.of(adminUserId, tenant.adminUserId);
        tenant.vlanId = Patch.of(vlanId, tenant.vlanId);
        tenant.quotaConfig = Patch.of(quotaConfig, tenant.quotaConfig);
        tenant.recordedReads = recordedReads == null
                ? tenant.recordedReads
                : recordedReads.stream().map(ResourceType::name).sorted().toArray(String[]::new);
    }

    private boolean concernsStanding() {
        return status != null || vlanId != null || quotaConfig != null;
    }
}
