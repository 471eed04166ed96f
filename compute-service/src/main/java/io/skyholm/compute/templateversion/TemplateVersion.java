package io.skyholm.compute.templateversion;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.compute.template.TemplateView;
import io.skyholm.runtime.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a template was when somebody gave that a number. */
@Entity
class TemplateVersion {

    @Id
    UUID id;

    UUID templateId;

    @Nullable UUID tenantId;

    String versionNumber;
    boolean isLatest;
    String configSnapshot;

    @Nullable String changelog;

    Instant createdAt;

    @Nullable UUID createdBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected TemplateVersion() {}

    TemplateVersion(TemplateView template, @Nullable String changelog, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.templateId = template.id();
        this.tenantId = template.tenantId();
        this.versionNumber = template.version();
        this.isLatest = true;
        this.configSnapshot = ConfigSnapshot.of(template).text();
        this.changelog = changelog;
        this.createdAt = now.truncatedTo(MICROS);
        this.createdBy = createdBy;
    }

    ConfigSnapshot configSnapshot() {
        return ConfigSnapshot.read(configSnapshot);
    }

    /** It changes once, when another becomes the latest. */
    long generation() {
        return isLatest ? 1 : 2;
    }
}
