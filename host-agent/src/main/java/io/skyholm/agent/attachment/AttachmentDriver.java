package io.skyholm.agent.attachment;

import io.skyholm.agent.act.SeenThing;
import io.skyholm.agent.act.Step;
import io.skyholm.agent.act.ThingDriver;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.ThingKind;
import io.skyholm.events.host.ThingState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Attachments of the host's disks to the machines of its hypervisor: each waits for both, and a disk for its attachments to end. */
public record AttachmentDriver(Hypervisor hypervisor, DiskUse use) implements ThingDriver<DesiredAttachment> {

    @Override
    public ThingKind kind() {
        return DesiredAttachment.KIND;
    }

    @Override
    public Class<DesiredAttachment> desired() {
        return DesiredAttachment.class;
    }

    @Override
    public Set<UUID> present() {
        return hypervisor.attachments().stream().map(Attachment::id).collect(Collectors.toSet());
    }

    @Override
    public SeenThing look(UUID id) {
        return hypervisor
                .attachment(id)
                .map(attachment -> SeenThing.in(ThingState.RUNNING))
                .orElse(SeenThing.ABSENT);
    }

    @Override
    public Optional<Step> next(DesiredAttachment desired) {
        Optional<Attachment> seen = hypervisor.attachment(desired.id());
        if (!desired.present()) {
            return seen.map(attachment -> Step.of(() -> hypervisor.detach(attachment.id())));
        }
        boolean isDone = seen.filter(attachment -> attachment.generation() >= desired.generation())
                .isPresent();
        return isDone ? Optional.empty() : Optional.of(Step.of(() -> use.attach(desired)));
    }
}
