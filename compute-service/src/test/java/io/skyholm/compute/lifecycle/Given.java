package io.skyholm.compute.lifecycle;

import io.skyholm.compute.action.ActionRules;
import io.skyholm.compute.instance.Created;
import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.part.Part;
import io.skyholm.compute.placement.Place;
import io.skyholm.compute.quota.Charge;
import io.skyholm.compute.vm.HostViews;
import io.skyholm.compute.vm.VirtualMachine;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.hosts.HostState;
import io.skyholm.operations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An instance somewhere on its way, with what its host and its parts are like. */
final class Given {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final UUID HOST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID OTHER_HOST = UUID.fromString("00000000-0000-0000-0000-000000000002");

    private static final UUID PORT = UUID.fromString("00000000-0000-0000-0000-000000000003");

    final Instance instance;
    final VirtualMachine vm;
    private static final UUID DISK = UUID.fromString("00000000-0000-0000-0000-000000000004");

    private final Map<String, Part.Report> reports = new LinkedHashMap<>();
    private @Nullable Operation operation;
    private HostState hostState = HostState.IN_SERVICE;

    private Given(int undoSeconds) {
        instance = Created.instance(undoSeconds, NOW);
        instance.allocation().charged(new Charge(List.of(), 1, Created.SIZE));
        vm = new VirtualMachine(instance.virtualMachineId(), instance.tenantId(), instance.id(), "web", NOW);
    }

    /** One that is being created, and has no place yet. */
    static Given created() {
        return createdWithUndo(0);
    }

    static Given createdWithUndo(int undoSeconds) {
        return new Given(undoSeconds).operation(OperationKind.CREATE);
    }

    /** One with a place for which its ports are ready. */
    static Given placed() {
        return created().placedWith(Part.NETWORK).part(Part.NETWORK, Part.Progress.READY);
    }

    /** One that runs, and with which nothing is being done. */
    static Given running() {
        return placed().told().seen(ThingState.RUNNING).idle(InstanceStatus.RUNNING);
    }

    Given placedWith(String... parts) {
        instance.placed(new Place(HOST, UUID.randomUUID(), UUID.randomUUID(), Created.SIZE), List.of(parts));
        return this;
    }

    /** That it is on that machine, with its first disk. */
    static Part.Purpose purpose(@Nullable UUID machine) {
        return new Part.Purpose(machine, 1, Created.SIZE.storageGb());
    }

    Given part(String name, Part.Progress progress) {
        return part(name, progress, HOST);
    }

    Given part(String name, Part.Progress progress, UUID host) {
        reports.put(name, new Part.Report(progress, host, "As the test wants it", List.of(PORT)));
        return this;
    }

    /** The disk that it boots from, on its machine. */
    Given disk(Part.Progress progress) {
        Part.Build build = new Part.Build(1, Created.SIZE.storageGb());
        reports.put(Part.BOOT_DISK, new Part.Report(progress, HOST, "As the test wants it", List.of(DISK), build));
        return this;
    }

    /** It asks for that part beside the others. */
    Given wanting(String part) {
        List<String> all = Stream.concat(instance.parts().wanted().stream(), Stream.of(part))
                .toList();
        instance.placed(new Place(HOST, UUID.randomUUID(), UUID.randomUUID(), Created.SIZE), all);
        return this;
    }

    /** Its host was told what it is to run. */
    Given told() {
        HostViews.told(vm, HOST, true);
        instance.desired().told(now().parts().wanted().attachments());
        return this;
    }

    Given toldAbsent() {
        HostViews.told(vm, HOST, false);
        return this;
    }

    Given seen(ThingState state) {
        HostViews.seen(vm, state, true);
        return this;
    }

    Given seenAtWork(ThingState state) {
        HostViews.seen(vm, state, false);
        return this;
    }

    /** Somebody has it do something. */
    Given doing(OperationKind kind) {
        ActionRules.of(kind).begin(instance, Map.of(), NOW);
        return operation(kind);
    }

    /** An operation of that kind is going on, whatever it has changed of the instance. */
    Given operation(OperationKind kind) {
        operation = Opened.on(instance.tenantId(), instance.id(), kind, NOW, Duration.ofMinutes(10));
        instance.progress().begun(operation.id());
        return this;
    }

    Given idle(InstanceStatus status) {
        operation = null;
        instance.progress().completed(status);
        return this;
    }

    Given onLostMachine() {
        hostState = HostState.FENCED;
        return this;
    }

    Given but(Consumer<Instance> change) {
        change.accept(instance);
        return this;
    }

    CurrentState after(Duration time) {
        return new CurrentState(instance, vm, parts(), hostState, NOW.plus(time)).with(operation);
    }

    CurrentState now() {
        return after(Duration.ZERO);
    }

    Step step() {
        return NextStep.of(now());
    }

    private KnownParts parts() {
        Set<String> names = new TreeSet<>(reports.keySet());
        names.add(Part.NETWORK);
        names.addAll(instance.parts().held());
        return new KnownParts(names.stream()
                .map(name -> new KnownParts.Known(new PlainPart(name), reports.getOrDefault(name, Part.Report.NONE)))
                .toList());
    }
}
