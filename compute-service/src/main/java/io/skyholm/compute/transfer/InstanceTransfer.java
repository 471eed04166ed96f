package io.skyholm.compute.transfer;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceSpec;
import io.skyholm.compute.part.NetworksColumn;
import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceTransferStatus;
import io.skyholm.events.compute.WantedNetwork;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.quota.CountsColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An offer of an instance to another tenant, and how far it is with going there. */
@Entity
class InstanceTransfer implements Revised {

    /** So long all may take to prepare. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** Who takes an instance, and into which networks. */
    record Acceptance(
            UUID userId,
            List<WantedNetwork> networks,
            @Nullable Set<UUID> groups) {}

    @Id
    UUID id;

    /** Whose it is until it has gone. */
    UUID tenantId;

    UUID toTenantId;
    UUID instanceId;
    String instanceName;

    @Nullable String message;

    /** What it takes at most. */
    @Convert(converter = CountsColumn.class)
    Map<String, Long> counts;

    @Enumerated(EnumType.STRING)
    InstanceTransferStatus status;

    /** What the other contexts have said before anybody accepted it. */
    @Convert(converter = AnswersColumn.class)
    List<TransferAnswer> looks = List.of();

    /** Whether all of them have. */
    boolean ready;

    long attempt;

    /** Until when all have to have prepared; null unless it is PREPARING. */
    @Nullable Instant deadline;

    /** To the present attempt. */
    @Convert(converter = AnswersColumn.class)
    List<TransferAnswer> answers = List.of();

    @Nullable UUID acceptedBy;

    @Convert(converter = NetworksColumn.class)
    List<WantedNetwork> acceptedNetworks = List.of();

    String @Nullable [] acceptedGroups;

    /** Why it does not go now, for each of the two. */
    @Nullable String giverDetail;

    @Nullable String receiverDetail;

    /** The API key with which it was offered; null where somebody had logged in. */
    @Nullable UUID apiKeyId;

    /** Up to which change the tenant that it is offered to was told of it. */
    long toldGeneration;

    Instant expiresAt;

    @Nullable Instant transferredAt;

    @Nullable Instant endedAt;

    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected InstanceTransfer() {}

    InstanceTransfer(UUID id, OfferInstance command, Instance instance, Revision revision) {
        this.id = id;
        this.tenantId = instance.tenantId();
        this.toTenantId = command.toTenantId();
        this.instanceId = instance.id();
        this.instanceName = instance.profile().name();
        this.message = command.message();
        this.counts = TransferableInstance.counts(instance);
        this.status = InstanceTransferStatus.PENDING;
        this.expiresAt = revision.createdAt().plus(Duration.ofDays(command.days()));
        this.revision = revision;
    }

    UUID fromTenantId() {
        return tenantId;
    }

    /** What only one of the two is told is no part of what both are. */
    @Nullable UUID userId() {
        return null;
    }

    List<WantedNetwork> networks() {
        return List.of();
    }

    @Nullable String statusDetail() {
        return null;
    }

    /** Whose the instance becomes. */
    InstanceSpec.Owner newOwner() {
        Set<UUID> groups = acceptedGroups == null
                ? null
                : Stream.of(acceptedGroups).map(UUID::fromString).collect(Collectors.toSet());
        UUID user = Objects.requireNonNull(acceptedBy, "somebody has accepted it");
        return new InstanceSpec.Owner(toTenantId, user, user, groups);
    }

    /** What somebody of that tenant may do with it. */
    TransferStanding standing(UUID tenant, Instant now) {
        if (tenant.equals(tenantId)) {
            return TransferStanding.OWN;
        }
        if (!tenant.equals(toTenantId)) {
            return TransferStanding.HIDDEN;
        }
        return isOpen(now) ? TransferStanding.OFFERED : TransferStanding.OVER;
    }

    private boolean isOpen(Instant now) {
        return status == InstanceTransferStatus.PENDING && now.isBefore(expiresAt);
    }

    /** A context has looked at what it has of the instance. What it says a second time changes nothing. */
    boolean look(TransferAnswer look) {
        boolean isKnown = looks.stream().anyMatch(known -> known.context() == look.context());
        if (status != InstanceTransferStatus.PENDING || isKnown) {
            return false;
        }
        looks = Stream.concat(looks.stream(), Stream.of(look)).toList();
        Map<String, Long> more = new TreeMap<>(counts);
        more.putAll(look.counts());
        counts = more;
        ready = looks.size() == GoodsContext.values().length;
        explain(looked());
        return true;
    }

    private Reason looked() {
        return new TransferAttempt(0, expiresAt, counts, byContext(looks)).reasonIfRefused();
    }

    void accept(Acceptance acceptance, Instant now) {
        status = InstanceTransferStatus.PREPARING;
        attempt++;
        answers = List.of();
        deadline = now.plus(LONGEST).truncatedTo(MICROS);
        acceptedBy = acceptance.userId();
        acceptedNetworks = acceptance.networks();
        acceptedGroups = acceptance.groups() == null
                ? null
                : acceptance.groups().stream().map(UUID::toString).sorted().toArray(String[]::new);
        explain(new Reason(null, null));
    }

    /** A context has prepared, or refused; tells whether that was news. */
    boolean answer(TransferAnswer answer) {
        TransferAttempt before = present();
        TransferAttempt after = before.with(answer);
        answers = List.copyOf(after.answers().values());
        return !after.equals(before);
    }

    TransferAttempt present() {
        return new TransferAttempt(
                attempt, Objects.requireNonNullElse(deadline, expiresAt), counts, byContext(answers));
    }

    private static Map<GoodsContext, TransferAnswer> byContext(List<TransferAnswer> answers) {
        Map<GoodsContext, TransferAnswer> map = new EnumMap<>(GoodsContext.class);
        answers.forEach(answer -> map.put(answer.context(), answer));
        return map;
    }

    /** It stays whose it was, and can be accepted again. */
    void abandon(Reason why) {
        status = InstanceTransferStatus.PENDING;
        deadline = null;
        acceptedBy = null;
        acceptedNetworks = List.of();
        acceptedGroups = null;
        explain(why);
    }

    /** From then on it is the other tenant's. */
    void commit(Instant now) {
        end(InstanceTransferStatus.ACCEPTED, now);
        transferredAt = endedAt;
        deadline = null;
    }

    private void explain(Reason why) {
        giverDetail = why.giver();
        receiverDetail = why.receiver();
    }

    void decline(Instant now) {
        end(InstanceTransferStatus.DECLINED, now);
    }

    /** Takes it back, and tells whether that changed anything; one that goes, or has ended otherwise, is refused. */
    boolean cancel(Instant now) {
        if (status == InstanceTransferStatus.CANCELLED) {
            return false;
        }
        if (!isOpen(now)) {
            throw InstanceTransferProblems.notPending();
        }
        end(InstanceTransferStatus.CANCELLED, now);
        return true;
    }

    /** Ends it if its time is over, and tells whether it did. */
    boolean expire(Instant now) {
        if (status != InstanceTransferStatus.PENDING || isOpen(now)) {
            return false;
        }
        end(InstanceTransferStatus.EXPIRED, now);
        return true;
    }

    /** When something is to be done with it by itself; empty if it has ended. */
    Optional<Instant> due() {
        return switch (status) {
            case PENDING -> Optional.of(expiresAt);
            case PREPARING -> Optional.ofNullable(deadline);
            case ACCEPTED, DECLINED, CANCELLED, EXPIRED -> Optional.empty();
        };
    }

    /** Whether another tenant's change has to be told yet: nobody is told of the end of what they never heard of. */
    boolean isUntold() {
        return toldGeneration < revision.generation() && (toldGeneration > 0 || due().isPresent());
    }

    /** Both tenants know it as it is. */
    void told() {
        toldGeneration = revision.generation();
    }

    private void end(InstanceTransferStatus how, Instant now) {
        status = how;
        endedAt = now.truncatedTo(MICROS);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
