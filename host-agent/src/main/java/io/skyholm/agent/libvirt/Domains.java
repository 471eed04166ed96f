package io.skyholm.agent.libvirt;

import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.libvirt.Domain;
import org.libvirt.DomainInfo;
import org.libvirt.DomainInfo.DomainState;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.w3c.dom.Element;

/** The domains that a connection shows. */
record Domains(LibvirtConnect connect) {

    /** Asks for what is defined, and not for what runs by an older definition. */
    private static final int DEFINED = 2;

    private static final int RUNNING = 1;
    private static final long KIB_PER_GIB = 1 << 20;

    /** Something that is done with a domain. */
    @FunctionalInterface
    interface Work<T> {

        T with(Domain domain) throws LibvirtException;
    }

    /** All there are; one that goes meanwhile is not. */
    List<SeenDomain> seen() throws LibvirtException {
        List<SeenDomain> all = new ArrayList<>();
        for (Domain domain : connect.listAllDomains(0)) {
            whereThere(domain, Domains::look).ifPresent(all::add);
        }
        return all;
    }

    /** The files and the images in Ceph that domains which run have open. */
    Set<String> open() throws LibvirtException {
        Set<String> open = new HashSet<>();
        for (Domain domain : connect.listAllDomains(RUNNING)) {
            Optional<String> live = whereThere(domain, there -> there.getXMLDesc(0));
            if (live.isPresent()) {
                XmlTree.all(XmlTree.read(live.get()), "disk").forEach(disk -> open.add(LiveDevices.place(disk)));
            }
        }
        return open;
    }

    Optional<SeenDomain> seen(UUID id) throws LibvirtException {
        return with(id, Domains::look);
    }

    /** Does it where there is such a domain. */
    <T> Optional<T> with(UUID id, Work<T> work) throws LibvirtException {
        Domain found;
        try {
            found = connect.domainLookupByUUID(id);
        } catch (LibvirtException failure) {
            if (LibvirtErrors.is(failure, ErrorNumber.VIR_ERR_NO_DOMAIN)) {
                return Optional.empty();
            }
            throw failure;
        }
        return whereThere(found, work);
    }

    void define(String xml) throws LibvirtException {
        int ignored = connect.domainDefineXML(xml).free();
    }

    private static <T> Optional<T> whereThere(Domain domain, Work<T> work) throws LibvirtException {
        try {
            return Optional.of(work.with(domain));
        } catch (LibvirtException failure) {
            if (LibvirtErrors.is(failure, ErrorNumber.VIR_ERR_NO_DOMAIN)) {
                return Optional.empty();
            }
            throw failure;
        } finally {
            int ignored = domain.free();
        }
    }

    private static SeenDomain look(Domain domain) throws LibvirtException {
        DomainInfo info = domain.getInfo();
        Element defined = XmlTree.read(domain.getXMLDesc(DEFINED));
        return new SeenDomain(
                UUID.fromString(domain.getUUIDString()),
                domain.getName(),
                state(info.state),
                new MachineSize(info.nrVirtCpu, (int) (info.maxMem / KIB_PER_GIB), 0, 0),
                DomainMetadata.of(defined).orElse(null));
    }

    private static MachineState state(DomainState state) {
        return switch (state) {
            case VIR_DOMAIN_RUNNING, VIR_DOMAIN_BLOCKED, VIR_DOMAIN_SHUTDOWN -> MachineState.RUNNING;
            case VIR_DOMAIN_PAUSED, VIR_DOMAIN_PMSUSPENDED -> MachineState.SUSPENDED;
            case VIR_DOMAIN_NOSTATE, VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_CRASHED -> MachineState.STOPPED;
        };
    }
}
