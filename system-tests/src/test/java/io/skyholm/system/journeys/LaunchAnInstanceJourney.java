package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.client.ApiClient;
import io.skyholm.client.api.AddressesApi;
import io.skyholm.client.api.AddressesApi.APIAddressesListRequest;
import io.skyholm.client.api.AuditApi;
import io.skyholm.client.api.AuditApi.APIAuditEntriesListRequest;
import io.skyholm.client.api.InstancesApi.APIInstancesDeleteRequest;
import io.skyholm.client.api.InstancesApi.APIInstancesGetRequest;
import io.skyholm.client.api.InstancesApi.APIInstancesResizeRequest;
import io.skyholm.client.api.InstancesApi.APIInstancesStartRequest;
import io.skyholm.client.api.InstancesApi.APIInstancesStopRequest;
import io.skyholm.client.api.SubnetsApi;
import io.skyholm.client.api.SubnetsApi.APISubnetsCreateRequest;
import io.skyholm.client.api.SubnetsApi.APISubnetsGetRequest;
import io.skyholm.client.api.VpcsApi;
import io.skyholm.client.api.VpcsApi.APIVpcsCreateRequest;
import io.skyholm.client.model.AddressStatus;
import io.skyholm.client.model.AuditEntry;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.CreateNetwork;
import io.skyholm.client.model.CreateSubnet;
import io.skyholm.client.model.CreateVpc;
import io.skyholm.client.model.Instance;
import io.skyholm.client.model.InstanceStatus;
import io.skyholm.client.model.ResizeInstance;
import io.skyholm.client.model.Subnet;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.ClientCloud;
import io.skyholm.system.suite.Customer;
import io.skyholm.system.suite.GeneratedClient;
import io.skyholm.system.suite.GeneratedClient.Call;
import io.skyholm.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From registration to a running instance with its address, through its life, and to nothing again: all by the generated client. */
class LaunchAnInstanceJourney {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final ApiClient operator = GeneratedClient.as(RunningSuite.as(RunningSuite.administrator()));
    private final ApiClient owner = GeneratedClient.as(
            Customer.register("launch" + UUID.randomUUID().toString().substring(0, 8))
                    .api());
    private final ClientCloud cloud = ClientCloud.of(owner);

    @Test
    void instanceFindsItsPlaceAndItsAddressAndGivesThemBack() {
        UUID id = cloud.running(new CreateInstance());
        Instance running = cloud.instance(id);
        assertThat(running.getStatus()).isEqualTo(InstanceStatus.RUNNING);
        assertThat(running.getIpAddress()).startsWith("10.64.");

        cloud.succeeded(() -> cloud.instances()
                .instancesStop(APIInstancesStopRequest.newBuilder().id(id).build()));
        assertThat(cloud.instance(id).getStatus()).isEqualTo(InstanceStatus.STOPPED);
        cloud.succeeded(() -> cloud.instances()
                .instancesStart(APIInstancesStartRequest.newBuilder().id(id).build()));
        assertThat(cloud.instance(id).getStatus()).isEqualTo(InstanceStatus.RUNNING);
        cloud.succeeded(() -> cloud.instances()
                .instancesResize(APIInstancesResizeRequest.newBuilder()
                        .id(id)
                        .resizeInstance(new ResizeInstance().cpuCores(2).memoryGb(2))
                        .build()));
        assertThat(cloud.instance(id).getCpuCores()).isEqualTo(2);
        assertThat(cloud.instance(id).getIpAddress()).isEqualTo(running.getIpAddress());

        gone(id);
        assertThat(cloud.instance(id).getStatus()).isEqualTo(InstanceStatus.DELETED);
        assertThat(addressesOf(id)).isZero();
        Eventually.until(SOON, () -> types(id)
                .containsAll(List.of(
                        "compute.instance.created.v1",
                        "compute.instance.placed.v1",
                        "compute.instance.started.v1",
                        "compute.instance.stopped.v1",
                        "compute.instance.deleted.v1",
                        "network.instance-network.changed.v1")));
    }

    @Test
    void instanceLivesInItsTenantsOwnNetwork() {
        VpcsApi vpcs = new VpcsApi(owner);
        SubnetsApi subnets = new SubnetsApi(owner);
        UUID vpc = Call.to(() -> vpcs.vpcsCreate(APIVpcsCreateRequest.newBuilder()
                        .createVpc(new CreateVpc().name("shop").cidrBlock("10.1.0.0/16"))
                        .build()))
                .getId();
        UUID subnet = Call.to(subnet(subnets, vpc, "front", "10.1.1.0/24")).getId();
        assertThat(Call.refused(subnet(subnets, vpc, "overlap", "10.1.1.128/25")))
                .isEqualTo(CONFLICT);

        UUID id = cloud.running(new CreateInstance()
                .networks(List.of(new CreateNetwork().subnetId(subnet).address("10.1.1.77"))));
        assertThat(cloud.instance(id).getIpAddress()).isEqualTo("10.1.1.77");
        ApiClient stranger = GeneratedClient.as(
                Customer.join(RunningSuite.as(RunningSuite.administrator())).api());
        assertThat(Call.refused(() -> ClientCloud.of(stranger)
                        .instances()
                        .instancesGet(APIInstancesGetRequest.newBuilder().id(id).build())))
                .isEqualTo(NOT_FOUND);
        assertThat(Call.refused(() -> new SubnetsApi(stranger)
                        .subnetsGet(APISubnetsGetRequest.newBuilder().id(subnet).build())))
                .isEqualTo(NOT_FOUND);
        gone(id);
    }

    private static Call<Subnet> subnet(SubnetsApi subnets, UUID vpc, String name, String cidrBlock) {
        CreateSubnet wanted = new CreateSubnet().vpcId(vpc).name(name).cidrBlock(cidrBlock);
        return () -> subnets.subnetsCreate(
                APISubnetsCreateRequest.newBuilder().createSubnet(wanted).build());
    }

    private void gone(UUID id) {
        cloud.succeeded(() -> cloud.instances()
                .instancesDelete(APIInstancesDeleteRequest.newBuilder().id(id).build()));
    }

    private long addressesOf(UUID instance) {
        return Call.to(() -> new AddressesApi(operator)
                        .addressesList(APIAddressesListRequest.newBuilder()
                                .instanceId(instance)
                                .build()))
                .getItems()
                .stream()
                .filter(address -> address.getStatus() == AddressStatus.ALLOCATED)
                .count();
    }

    private List<String> types(UUID id) {
        return Call.to(() -> new AuditApi(operator)
                        .auditEntriesList(APIAuditEntriesListRequest.newBuilder()
                                .resourceId(id.toString())
                                .limit(500)
                                .build()))
                .getItems()
                .stream()
                .map(AuditEntry::getEventType)
                .toList();
    }
}
