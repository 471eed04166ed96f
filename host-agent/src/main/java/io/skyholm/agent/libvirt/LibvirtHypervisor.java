package io.skyholm.agent.libvirt;

import io.skyholm.agent.firstboot.Seeds;
import io.skyholm.agent.hypervisor.Attachment;
import io.skyholm.agent.hypervisor.HostCapacity;
import io.skyholm.agent.hypervisor.HostLoad;
import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.hypervisor.Hypervisor;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.agent.hypervisor.Machine;
import io.skyholm.agent.hypervisor.MachineSize;
import io.skyholm.agent.hypervisor.MachineState;
import io.skyholm.agent.hypervisor.Port;
import io.skyholm.agent.hypervisor.SerialLine;
import io.skyholm.agent.libvirt.serial.ConsoleLogs;
import io.skyholm.agent.libvirt.serial.SerialSockets;
import io.skyholm.agent.network.HostPorts;
import io.skyholm.agent.network.StoredPorts;
import io.skyholm.agent.pool.DiskPlaces;
import io.skyholm.events.host.DesiredAttachment;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.DesiredVm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.libvirt.LibvirtException;

/** Machines that libvirt runs on this host. What others made there it shows, and never touches. */
public final class LibvirtHypervisor implements Hypervisor, AutoCloseable {

    private final HostCapacity capacity;
    private final LibvirtLink link;
    private final ConsoleLogs consoles;
    private final SerialSockets serials;
    private final Seeds seeds;
    private final HostFigures figures;
    private final HostPorts ports;
    private final Power power;
    private final DomainChanges changes;

    /** The host has that size; its disks are where the pool says. */
    public LibvirtHypervisor(LibvirtSettings settings, HostSize size, DiskPlaces disks) {
        this.capacity = new HostCapacity(size);
        this.link = new LibvirtLink(settings);
        this.consoles = new ConsoleLogs(settings.consoles());
        this.serials = new SerialSockets(settings.lines());
        StoredPorts stored = new StoredPorts(settings.seeds());
        this.seeds = new Seeds(settings.seeds(), stored);
        this.figures = new HostFigures(settings.consoles());
        this.ports = new HostPorts(settings.network(), stored, settings.seeds().resolveSibling("networks"));
        this.power = new Power(link);
        this.changes = new DomainChanges(
                link, new DomainXml(settings, consoles, serials), new DomainDevices(disks, ports, seeds));
        consoles.make();
        serials.make();
        seeds.make();
    }

    @Override
    public void listen(Consumer<UUID> machines) {
        link.listen(machines);
    }

    /** libvirt learned to name an image in a namespace after the versions that hosts have. */
    @Override
    public boolean opensNamespacesOfCeph() {
        return false;
    }

    @Override
    public HostSize size() {
        return capacity.size();
    }

    /** A host whose libvirt is silent is not: it says so, and gets nothing new meanwhile. */
    @Override
    public HostLoad load() {
        try {
            consoles.limit();
            ports.tend();
            return figures.load(seen().stream()
                    .filter(SeenDomain::isForeign)
                    .map(domain -> "Domain " + domain.name() + " was not made by Skyholm, and is left as it is")
                    .toList());
        } catch (IOException failure) {
            return figures.load(List.of()).withProblem("What guests write to their consoles cannot be kept short");
        } catch (HypervisorProblem silent) {
            return figures.load(List.of()).withProblem(String.valueOf(silent.getMessage()));
        }
    }

    private List<SeenDomain> seen() {
        return link.read(
                "The machines of this host cannot be read",
                connection -> connection.domains().seen());
    }

    @Override
    public List<Machine> machines() {
        return seen().stream().map(SeenDomain::machine).toList();
    }

    @Override
    public Optional<Machine> machine(UUID id) {
        return link.read(
                        "Machine " + id + " cannot be read",
                        connection -> connection.domains().seen(id))
                .map(SeenDomain::machine);
    }

    /** libvirt is not asked: the log of a host whose libvirt is silent may say why. */
    @Override
    public byte[] consoleLog(UUID machine, int most) {
        return consoles.end(machine, most);
    }

    @Override
    public SerialLine openSerial(UUID machine) {
        return serials.open(machine);
    }

    @Override
    public List<Port> ports() {
        return ports.all();
    }

    @Override
    public Optional<Port> port(UUID id) {
        return ports.find(id);
    }

    @Override
    public List<Attachment> attachments() {
        return seen().stream()
                .filter(domain -> !domain.isForeign())
                .flatMap(domain -> domain.own().attachments().stream())
                .toList();
    }

    @Override
    public Optional<Attachment> attachment(UUID id) {
        return attachments().stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst();
    }

    @Override
    public void define(DesiredVm desired) {
        desired.portIds().forEach(this::requirePort);
        String otherwise = "Machine " + desired.name() + " cannot be defined";
        link.change(desired.id(), otherwise, connection -> {
            Domains domains = connection.domains();
            Optional<SeenDomain> seen = domains.seen(desired.id());
            if (seen.isPresent()) {
                changes.defineAgain(domains, seen.get(), desired);
            } else {
                capacity.require(MachineSize.of(desired), desired.id(), machines(domains));
                changes.keep(domains, new DomainMetadata(Machine.of(desired), List.of()));
            }
        });
    }

    private static List<Machine> machines(Domains domains) throws LibvirtException {
        return domains.seen().stream().map(SeenDomain::machine).toList();
    }

    private void requirePort(UUID port) {
        if (ports.tap(port).isEmpty()) {
            throw HypervisorProblem.notYet("Port " + port + " is not there yet");
        }
    }

    @Override
    public void start(DesiredVm desired) {
        changes.change(desired, "started", (domains, seen) -> {
            if (!seen.isRunning()) {
                seeds.write(desired, seen.own().disks());
                changes.start(domains, seen.own().with(seen.machine().restarted(desired.restarts())));
            }
        });
    }

    @Override
    public void stop(DesiredVm desired) {
        power.off(desired);
    }

    @Override
    public void suspend(DesiredVm desired) {
        power.suspend(desired);
    }

    @Override
    public void resume(DesiredVm desired) {
        power.resume(desired);
    }

    /** It is stopped and started: whoever is killed in between finds a machine that is to be started, which is no second restart. */
    @Override
    public void restart(DesiredVm desired) {
        machine(desired.id())
                .orElseThrow(() -> new HypervisorProblem("There is no machine " + desired.name()))
                .require(MachineState.RUNNING, "restarted");
        power.off(desired);
        start(desired);
    }

    @Override
    public void rebuild(DesiredVm desired) {
        changes.change(desired, "rebuilt", (domains, seen) -> {
            seen.machine().require(MachineState.STOPPED, "rebuilt");
            changes.keep(domains, seen.own().with(seen.machine().rebuilt(desired)));
        });
    }

    @Override
    public void resize(DesiredVm desired) {
        changes.change(desired, "resized", (domains, seen) -> {
            seen.machine().requireResizable(desired);
            MachineSize wanted = MachineSize.of(desired);
            capacity.require(wanted, desired.id(), machines(domains));
            changes.keep(domains, seen.own().with(seen.machine().sized(wanted)));
        });
    }

    @Override
    public void remove(UUID id) {
        link.change(
                id,
                "Machine " + id + " cannot be removed",
                connection -> changes.remove(connection.domains(), id, () -> {
                    seeds.remove(id);
                    consoles.remove(id);
                    serials.remove(id);
                }));
    }

    @Override
    public void plug(DesiredPort desired) {
        ports.plug(desired);
    }

    @Override
    public void unplug(UUID port) {
        machines().stream()
                .filter(machine -> machine.portIds().contains(port))
                .findFirst()
                .ifPresent(machine -> {
                    throw HypervisorProblem.notYet("Port " + port + " is in use by " + machine.name());
                });
        ports.unplug(port);
    }

    @Override
    public void attach(DesiredAttachment desired) {
        changes.attach(desired);
    }

    @Override
    public void detach(UUID attachment) {
        attachment(attachment).ifPresent(changes::detach);
    }

    @Override
    public void close() {
        link.close();
    }
}
