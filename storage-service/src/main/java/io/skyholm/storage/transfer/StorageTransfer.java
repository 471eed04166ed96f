package io.skyholm.storage.transfer;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.events.storage.TransferStatus;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.quota.CountsColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer of a disk or an image to another tenant: to one that is named, or to whichever has its key. */
@Entity
class StorageTransfer implements Revised {

    /** With so many wrong keys an offer ends. */
    static final int MOST_ATTEMPTS = 5;

    @Id
    UUID id;

    /** Whose it is until it is accepted. */
    UUID tenantId;

    @Nullable UUID toTenantId;

    @Enumerated(EnumType.STRING)
    TransferredType resourceType;

    UUID resourceId;
    String resourceName;

    @Nullable String message;

    @Convert(converter = CountsColumn.class)
    Map<String, Long> counts;

    @Enumerated(EnumType.STRING)
    TransferStatus status;

    /** The hash of its key; null where a tenant is named. */
    @Nullable String keyHash;

    int failedAttempts;

    /** The API key with which it was offered; null where somebody had logged in. */
    @Nullable UUID apiKeyId;

    /** Up to which change the tenant that it is offered to was told of it. */
    long toldGeneration;

    Instant expiresAt;

    @Nullable Instant endedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected StorageTransfer() {}

    StorageTransfer(UUID id, OfferStorage command, Goods goods, @Nullable Secret key, Revision revision) {
        this.id = id;
        this.tenantId = goods.tenantId();
        this.toTenantId = command.toTenantId();
        this.resourceType = command.resourceType();
        this.resourceId = command.resourceId();
        this.resourceName = goods.name();
        this.message = command.message();
        this.counts = goods.labelled();
        this.status = TransferStatus.PENDING;
        this.keyHash = key == null ? null : key.hash();
        this.expiresAt = revision.createdAt().plus(Duration.ofDays(command.days()));
        this.revision = revision;
    }

    UUID fromTenantId() {
        return tenantId;
    }

    /** The key itself is known to who has offered it, who saw it once, and whom they told. */
    @Nullable String key() {
        return null;
    }

    /** What somebody of that tenant may do with it who names that key. */
    TransferStanding standing(UUID tenant, @Nullable String key, Instant now) {
        if (tenant.equals(tenantId)) {
            return TransferStanding.OWN;
        }
        if (toTenantId == null) {
            return key == null || !isOpen(now)
                    ? TransferStanding.HIDDEN
                    : matches(key) ? TransferStanding.OFFERED : TransferStanding.WRONG_KEY;
        }
        if (!toTenantId.equals(tenant)) {
            return TransferStanding.HIDDEN;
        }
        return isOpen(now) ? TransferStanding.OFFERED : TransferStanding.OVER;
    }

    /** The time that it takes says nothing of how much of it is right. */
    private boolean matches(String key) {
        return keyHash != null
                && MessageDigest.isEqual(
                        keyHash.getBytes(StandardCharsets.US_ASCII),
                        new Secret(key).hash().getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isOpen(Instant now) {
        return status == TransferStatus.PENDING && now.isBefore(expiresAt);
    }

    /** A wrong key was named; tells whether that was the last try. */
    boolean refuseKey(Instant now) {
        failedAttempts++;
        boolean isLast = failedAttempts >= MOST_ATTEMPTS;
        if (isLast) {
            end(TransferStatus.CANCELLED, now);
        }
        return isLast;
    }

    void accept(UUID tenant, Instant now) {
        toTenantId = tenant;
        end(TransferStatus.ACCEPTED, now);
    }

    void decline(Instant now) {
        end(TransferStatus.DECLINED, now);
    }

    /** Takes it back, and tells whether that changed anything; one that has ended otherwise is refused. */
    boolean cancel(Instant now) {
        if (status == TransferStatus.CANCELLED) {
            return false;
        }
        if (!isOpen(now)) {
            throw StorageTransferProblems.notPending();
        }
        end(TransferStatus.CANCELLED, now);
        return true;
    }

    /** Ends it if its time is over, and tells whether it did. */
    boolean expire(Instant now) {
        if (status != TransferStatus.PENDING || isOpen(now)) {
            return false;
        }
        end(TransferStatus.EXPIRED, now);
        return true;
    }

    /** When it ends by itself; empty if it has ended. */
    Optional<Instant> due() {
        return status == TransferStatus.PENDING ? Optional.of(expiresAt) : Optional.empty();
    }

    /** Whom another tenant's change has to be told yet: nobody is told of the end of what they never heard of. */
    Optional<UUID> untold() {
        boolean isNews =
                toldGeneration < revision.generation() && (toldGeneration > 0 || status == TransferStatus.PENDING);
        return isNews ? Optional.ofNullable(toTenantId) : Optional.empty();
    }

    /** Both tenants know it as it is. */
    void told() {
        toldGeneration = revision.generation();
    }

    /** It is worth nothing any more, and neither is its key. */
    private void end(TransferStatus how, Instant now) {
        status = how;
        keyHash = null;
        endedAt = now.truncatedTo(MICROS);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
