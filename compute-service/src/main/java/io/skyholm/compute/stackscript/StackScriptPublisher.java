package io.skyholm.compute.stackscript;

import io.skyholm.events.EventType;
import io.skyholm.events.compute.StackScriptFact;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.tenant.Work;
import jakarta.inject.Singleton;

/** Tells the world what a script is now, but not what it says. */
@Singleton
class StackScriptPublisher {

    private final Outbox outbox;

    StackScriptPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Work work, EventType<StackScriptFact> type, StackScript script) {
        outbox.publish(
                work,
                type,
                new StackScriptFact(
                        script.id,
                        script.generation,
                        script.tenantId,
                        script.name,
                        script.externalId,
                        script.description,
                        script.scriptData.variables().stream()
                                .map(ScriptVariable::name)
                                .toList(),
                        script.isActive,
                        script.isPublic,
                        script.createdAt,
                        script.updatedAt,
                        script.createdBy,
                        script.updatedBy,
                        script.deletedAt));
    }
}
