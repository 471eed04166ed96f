package io.skyholm.events;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.skyholm.events.audit.CallEvents;
import io.skyholm.events.audit.RefusedCallsEvents;
import io.skyholm.events.billing.InvoiceEvents;
import io.skyholm.events.billing.PlanEvents;
import io.skyholm.events.billing.TransactionEvents;
import io.skyholm.events.billing.WalletEvents;
import io.skyholm.events.billing.WalletStandingEvents;
import io.skyholm.events.compute.ConsoleSessionEvents;
import io.skyholm.events.compute.DataCenterEvents;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceGoodsEvents;
import io.skyholm.events.compute.InstanceSetEvents;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.events.compute.MachineEvents;
import io.skyholm.events.compute.MaintenanceNoticeEvents;
import io.skyholm.events.compute.PoolEvents;
import io.skyholm.events.compute.StackScriptEvents;
import io.skyholm.events.compute.TemplateEvents;
import io.skyholm.events.compute.TemplateVersionEvents;
import io.skyholm.events.deletion.DataDeletionEvents;
import io.skyholm.events.identity.AccessGrantEvents;
import io.skyholm.events.identity.ApiKeyEvents;
import io.skyholm.events.identity.CredentialEvents;
import io.skyholm.events.identity.GroupEvents;
import io.skyholm.events.identity.GroupMemberEvents;
import io.skyholm.events.identity.InvitationEvents;
import io.skyholm.events.identity.KeyUseEvents;
import io.skyholm.events.identity.KeycloakAdministrationEvents;
import io.skyholm.events.identity.LoginEvents;
import io.skyholm.events.identity.PasswordResetEvents;
import io.skyholm.events.identity.RoleEvents;
import io.skyholm.events.identity.ServiceAccountEvents;
import io.skyholm.events.identity.SessionEvents;
import io.skyholm.events.identity.SshKeyEvents;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.ThemeEvents;
import io.skyholm.events.identity.UserEvents;
import io.skyholm.events.network.AddressEvents;
import io.skyholm.events.network.AddressPoolEvents;
import io.skyholm.events.network.InstanceNetworkEvents;
import io.skyholm.events.network.NetworkingConfigEvents;
import io.skyholm.events.network.PlaceEvents;
import io.skyholm.events.network.PortEvents;
import io.skyholm.events.network.SecurityGroupEvents;
import io.skyholm.events.network.SubnetEvents;
import io.skyholm.events.network.TrafficEvents;
import io.skyholm.events.network.VpcEvents;
import io.skyholm.events.operation.OperationEvents;
import io.skyholm.events.storage.BackupEvents;
import io.skyholm.events.storage.BootDiskEvents;
import io.skyholm.events.storage.CephPoolEvents;
import io.skyholm.events.storage.DiskAttachmentEvents;
import io.skyholm.events.storage.DiskCheckEvents;
import io.skyholm.events.storage.DiskEvents;
import io.skyholm.events.storage.DiskSnapshotEvents;
import io.skyholm.events.storage.ImageEvents;
import io.skyholm.events.storage.ImageTagEvents;
import io.skyholm.events.storage.ImageVersionEvents;
import io.skyholm.events.storage.SnapshotScheduleEvents;
import io.skyholm.events.storage.StoragePoolEvents;
import io.skyholm.events.storage.TransferEvents;
import io.skyholm.events.support.NotificationEvents;
import io.skyholm.events.support.TicketEvents;
import io.skyholm.events.support.TicketMessageEvents;
import io.skyholm.events.support.TicketNoteEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every type of event there is; an aggregate joins by one line here. */
public final class EventCatalogue {

    private static final List<EventType<?>> TYPES = Stream.of(
                    TenantEvents.TYPES,
                    UserEvents.TYPES,
                    RoleEvents.TYPES,
                    GroupEvents.TYPES,
                    GroupMemberEvents.TYPES,
                    ThemeEvents.TYPES,
                    SshKeyEvents.TYPES,
                    ApiKeyEvents.TYPES,
                    ServiceAccountEvents.TYPES,
                    AccessGrantEvents.TYPES,
                    KeyUseEvents.TYPES,
                    SessionEvents.TYPES,
                    LoginEvents.TYPES,
                    CredentialEvents.TYPES,
                    KeycloakAdministrationEvents.TYPES,
                    PasswordResetEvents.TYPES,
                    InvitationEvents.TYPES,
                    DataCenterEvents.TYPES,
                    PoolEvents.TYPES,
                    MachineEvents.TYPES,
                    TemplateEvents.TYPES,
                    TemplateVersionEvents.TYPES,
                    StackScriptEvents.TYPES,
                    InstanceEvents.TYPES,
                    InstanceTransferEvents.TYPES,
                    InstanceGoodsEvents.TYPES,
                    ConsoleSessionEvents.TYPES,
                    InstanceSetEvents.TYPES,
                    OperationEvents.COMPUTE.types(),
                    MaintenanceNoticeEvents.TYPES,
                    VpcEvents.TYPES,
                    SubnetEvents.TYPES,
                    PlaceEvents.TYPES,
                    AddressEvents.TYPES,
                    AddressPoolEvents.TYPES,
                    PortEvents.TYPES,
                    TrafficEvents.TYPES,
                    SecurityGroupEvents.TYPES,
                    NetworkingConfigEvents.TYPES,
                    InstanceNetworkEvents.TYPES,
                    ImageEvents.TYPES,
                    ImageVersionEvents.TYPES,
                    ImageTagEvents.TYPES,
                    StoragePoolEvents.TYPES,
                    CephPoolEvents.TYPES,
                    DiskEvents.TYPES,
                    DiskAttachmentEvents.TYPES,
                    DiskSnapshotEvents.TYPES,
                    SnapshotScheduleEvents.TYPES,
                    BackupEvents.TYPES,
                    DiskCheckEvents.TYPES,
                    BootDiskEvents.TYPES,
                    TransferEvents.TYPES,
                    PlanEvents.TYPES,
                    WalletEvents.TYPES,
                    WalletStandingEvents.TYPES,
                    TransactionEvents.TYPES,
                    InvoiceEvents.TYPES,
                    TicketEvents.TYPES,
                    TicketMessageEvents.TYPES,
                    TicketNoteEvents.TYPES,
                    NotificationEvents.TYPES,
                    DataDeletionEvents.TYPES,
                    CallEvents.TYPES,
                    RefusedCallsEvents.TYPES)
            .<EventType<?>>flatMap(List::stream)
            .toList();

    private static final Map<String, EventType<?>> BY_NAME =
            TYPES.stream().collect(toUnmodifiableMap(EventType::name, identity()));

    private EventCatalogue() {}

    /** All types, an aggregate's together, in the order of their life. */
    public static List<EventType<?>> types() {
        return TYPES;
    }

    /** The names of all topics: one per aggregate. */
    public static List<String> topics() {
        return TYPES.stream().map(EventType::topic).distinct().toList();
    }

    /** The types on one topic, in the order of an aggregate's life. */
    public static Stream<EventType<?>> on(String topic) {
        return TYPES.stream().filter(type -> type.topic().equals(topic));
    }

    /** The type of that name; empty for one that a newer publisher has and this reader does not know. */
    public static Optional<EventType<?>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
