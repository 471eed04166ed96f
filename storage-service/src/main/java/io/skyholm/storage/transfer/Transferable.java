package io.skyholm.storage.transfer;

import io.skyholm.events.access.ResourceType;
import io.skyholm.events.storage.TransferredType;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.storage.Owner;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Things of one type that can go to another tenant, with all that goes along. */
interface Transferable {

    TransferredType type();

    /** On which whoever gives one away needs to be allowed to delete, and whoever accepts one to create. */
    ResourceType permission();

    /**
     * One that the caller may give away, with all that goes along, which stay as they are until the transaction ends. Refuses what cannot
     * go at present.
     */
    Uni<Goods> ofCaller(Call call, Work work, UUID id);

    /** The same whoever asks; empty where it is no more. */
    Uni<Optional<Goods>> held(Work work, UUID id);

    /** All of it is theirs from now on, for whoever holds it. */
    Uni<Void> give(Work work, UUID id, Owner to);
}
