package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * What is remembered of a machine, in its domain's definition, which libvirt replaces as a whole. A domain without it is somebody
 * else's.
 *
 * @param machine what was made of it; in which state it is libvirt knows
 * @param attachments an attachment of generation 0 was begun, and may be there in part
 */
record DomainMetadata(Machine machine, List<Attachment> attachments) {

    static final String NAMESPACE = "https://skyholm.io/libvirt/machine/1";
    private static final String PREFIX = "skyholm";
    private static final String ELEMENT = "machine";

    DomainMetadata {
        machine = machine.in(MachineState.STOPPED);
        attachments = List.copyOf(attachments);
    }

    XmlElement xml() {
        return XmlElement.of(PREFIX + ":" + ELEMENT, EventJson.write(this)).with("xmlns:" + PREFIX, NAMESPACE);
    }

    /** What the definition of a domain has of it; nothing where somebody else has written there. */
    static Optional<DomainMetadata> of(Element domain) {
        try {
            return XmlTree.first(domain, NAMESPACE, ELEMENT)
                    .map(element -> EventJson.read(element.getTextContent(), DomainMetadata.class));
        } catch (MalformedEventException unreadable) {
            return Optional.empty();
        }
    }

    DomainMetadata with(Machine other) {
        return new DomainMetadata(other, attachments);
    }

    /** The same with this attachment, in place of what it was before. */
    DomainMetadata with(Attachment attachment) {
        List<Attachment> all = new ArrayList<>(without(attachment.id()).attachments);
        all.add(attachment);
        return new DomainMetadata(machine, all);
    }

    /** Those that are disks of the machine. */
    List<Attachment> disks() {
        return attachments.stream().filter(attachment -> !attachment.inDrive()).toList();
    }

    /** What is in its drive. */
    Optional<Attachment> medium() {
        return attachments.stream().filter(Attachment::inDrive).findFirst();
    }

    DomainMetadata without(UUID attachment) {
        return new DomainMetadata(
                machine,
                attachments.stream()
                        .filter(known -> !known.id().equals(attachment))
                        .toList());
    }
}
