package io.skyholm.handover;

import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.compute.InstanceGoodsFact;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.runtime.aggregate.Revised;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.agreement.Participation;
import io.skyholm.runtime.quota.CountsColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is here of an instance that is offered to another tenant; its id is the offer's. */
@Entity
class InstanceGoods implements Revised {

    @Id
    UUID id;

    UUID tenantId;
    UUID toTenantId;
    UUID instanceId;
    long attempt;

    @Enumerated(EnumType.STRING)
    Participation.Phase phase;

    /** What it takes of quotas; of those of the tenant that it is promised to while it is PREPARED. */
    @Convert(converter = CountsColumn.class)
    Map<String, Long> counts = Map.of();

    @Nullable String refusal;

    boolean refusedByReceiver;
    Revision revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected InstanceGoods() {}

    InstanceGoods(InstanceTransferFact offer, Revision revision) {
        this.id = offer.id();
        this.tenantId = offer.fromTenantId();
        this.toTenantId = offer.toTenantId();
        this.instanceId = offer.instanceId();
        this.revision = revision;
        become(Participation.NOTHING);
    }

    Participation participation() {
        return new Participation(attempt, phase);
    }

    final void become(Participation participation) {
        attempt = participation.attempt();
        phase = participation.phase();
    }

    /** It was looked at, or is to be held. */
    void found(Found found) {
        counts = found.counts();
        refusal = found.refusal();
        refusedByReceiver = found.refusedByReceiver();
    }

    /** What compute is told by that context. */
    InstanceGoodsFact fact(GoodsContext context) {
        return new InstanceGoodsFact(
                id, revision.generation(), null, instanceId, context, attempt, counts, refusal, refusedByReceiver);
    }

    @Override
    public Revision revision() {
        return revision;
    }
}
