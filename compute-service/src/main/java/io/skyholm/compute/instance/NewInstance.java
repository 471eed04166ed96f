package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.compute.machine.RentalMode;
import io.skyholm.compute.size.Chosen;
import io.skyholm.compute.size.Size;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an instance of what was asked for. */
final class NewInstance {

    private static final int USUAL_WAIT_SECONDS = 600;

    private NewInstance() {}

    static Instance of(Start start, Instant now) {
        Instance instance = new Instance(Ids.next(), start.tenantId(), Ids.next());
        instance.userId = start.userId();
        instance.status = InstanceStatus.CREATING;
        instance.power = VmPower.RUNNING;
        instance.fate = Fate.KEEP;
        instance.builds = 1;
        describe(instance, start.command(), now);
        place(instance, start.command());
        furnish(instance, start);
        instance.held(Size.NONE);
        instance.size(start.chosen().size());
        instance.quotaScopes = new String[0];
        instance.createdAt = now.truncatedTo(MICROS);
        instance.updatedAt = instance.createdAt;
        instance.createdBy = start.createdBy();
        instance.updatedBy = start.createdBy();
        return instance;
    }

    private static void describe(Instance instance, CreateInstance command, Instant now) {
        instance.name = command.name();
        instance.hostname = command.hostname();
        instance.tags = Texts.array(orNone(command.tags()));
        instance.config = command.config() == null ? new JsonObject(Map.of()) : command.config();
        instance.deletionProtection = Patch.of(command.deletionProtection(), false);
        instance.waitSeconds = Patch.of(command.waitSeconds(), USUAL_WAIT_SECONDS);
        instance.undoSeconds = Patch.of(command.undoSeconds(), 0);
        instance.schedule(command.schedule(), now);
    }

    private static void place(Instance instance, CreateInstance command) {
        instance.rentalMode = Patch.of(command.rentalMode(), RentalMode.SHARED);
        instance.machineType =
                command.machineType() == null ? null : command.machineType().name();
        instance.gpuModel = command.gpuModel();
        instance.hostTags =
                Texts.array(orNone(command.hostTags()).stream().distinct().toList());
        instance.instanceSetId = command.instanceSetId();
        instance.affinity = command.affinity();
        instance.wantedDataCenterId = command.edgeDataCenterId();
        instance.wantedPoolId = command.resourcePoolId();
        instance.region = command.region();
        instance.networks = Texts.networks(
                orNone(command.networks()).stream().map(CreateNetwork::wanted).toList());
    }

    private static void furnish(Instance instance, Start start) {
        CreateInstance command = start.command();
        Chosen chosen = start.chosen();
        instance.planId = chosen.planId();
        instance.templateId = chosen.templateId();
        instance.templateVersion = chosen.templateVersion();
        instance.image = command.image() == null ? chosen.image() : command.image();
        instance.userData = command.userData() == null ? chosen.userData() : command.userData();
        instance.stackScriptId = command.stackScriptId();
        instance.stackScriptData = start.scriptData();
        instance.sshKeys = Texts.array(orNone(command.sshKeys()));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
