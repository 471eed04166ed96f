package io.skyholm.compute.template;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.TemplateStatus;
import io.skyholm.events.compute.TemplateType;
import io.skyholm.events.compute.TemplateVisibility;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What instances, or sets of them, are made of; a tenant's or the platform's. */
@Entity
class Template implements Revised {

    @Id
    UUID id;

    @Nullable UUID tenantId;

    UUID ownerId;
    String name;

    @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Nullable UseCase useCase;

    @Enumerated(EnumType.STRING)
    TemplateType templateType;

    @Nullable UUID baseImageId;

    int defaultCpuCores;
    int defaultMemoryGb;
    int defaultStorageGb;
    int defaultGpuCount;

    @Nullable BigDecimal defaultBandwidthGbps;

    @Nullable Integer minCpuCores;

    @Nullable Integer minMemoryGb;

    @Nullable Integer minStorageGb;

    @Nullable JsonObject networkConfig;

    @Nullable String userData;

    @Convert(converter = TemplateMembers.class)
    @Nullable List<Member> members;

    String[] tags;

    @Enumerated(EnumType.STRING)
    TemplateVisibility visibility;

    @Nullable UUID userGroupId;

    String version;

    @Enumerated(EnumType.STRING)
    TemplateStatus status;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Template() {}

    Template(@Nullable UUID tenantId, CreateTemplate command, UUID owner, Revision revision) {
        this.id = Ids.next();
        this.tenantId = tenantId;
        this.ownerId = owner;
        this.name = command.name();
        this.description = command.description();
        this.useCase = command.useCase();
        this.templateType = Patch.of(command.templateType(), TemplateType.INSTANCE);
        this.baseImageId = command.baseImageId();
        this.defaultCpuCores = command.defaultCpuCores();
        this.defaultMemoryGb = command.defaultMemoryGb();
        this.defaultStorageGb = command.defaultStorageGb();
        this.defaultGpuCount = Patch.of(command.defaultGpuCount(), 0);
        this.defaultBandwidthGbps = command.defaultBandwidthGbps();
        this.minCpuCores = command.minCpuCores();
        this.minMemoryGb = command.minMemoryGb();
        this.minStorageGb = command.minStorageGb();
        this.networkConfig = command.networkConfig();
        this.userData = command.userData();
        this.members = command.members();
        this.tags = Patch.of(command.tags(), List.<String>of()).toArray(String[]::new);
        this.visibility = Patch.of(command.visibility(), TemplateVisibility.PRIVATE);
        this.userGroupId = command.userGroupId();
        this.version = Patch.of(command.version(), Version.FIRST);
        this.status = TemplateStatus.ACTIVE;
        this.revision = revision;
    }

    /** Who may use it; a group is named exactly when it is for one. */
    void isFor(TemplateVisibility wanted, @Nullable UUID group) {
        visibility = wanted;
        if (group != null) {
            userGroupId = group;
        } else if (wanted != TemplateVisibility.GROUP_SPECIFIC) {
            userGroupId = null;
        }
    }

    /** Refuses what contradicts itself. */
    void check() {
        if ((visibility == TemplateVisibility.GROUP_SPECIFIC) != (userGroupId != null)) {
            throw TemplateProblems.groupAndVisibility();
        }
        if ((templateType == TemplateType.INSTANCE_SET) != (members != null)) {
            throw TemplateProblems.membersAndType();
        }
        TemplateMinimum minimum = minimum();
        minimum.checkDefaults(defaultCpuCores, defaultMemoryGb, defaultStorageGb);
        if (members != null) {
            TemplateMembers.check(members);
            minimum.check(members);
        }
    }

    TemplateMinimum minimum() {
        return new TemplateMinimum(minCpuCores, minMemoryGb, minStorageGb);
    }

    void delete() {
        status = TemplateStatus.DELETED;
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
