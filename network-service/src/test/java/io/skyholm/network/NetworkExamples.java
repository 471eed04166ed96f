package io.skyholm.network;

import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.api.Examples;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How every operation of the network is called rightly, on things of one tenant. */
final class NetworkExamples {

    private NetworkExamples() {}

    /** Things of the owner's tenant; documents are the platform's. */
    static Examples of(Person owner) {
        UUID vpc = Fresh.vpc(owner, "10.10.0.0/16");
        UUID empty = Fresh.vpc(owner, "10.11.0.0/16");
        UUID subnet = Fresh.subnet(owner, vpc, "10.10.1.0/24");
        UUID unused = Fresh.subnet(owner, vpc, "10.10.2.0/24");
        UUID pooled = Fresh.subnet(owner, vpc, "10.10.3.0/24");
        UUID pool = owner.made("/v1/address-pools", Map.of("subnetId", pooled, "name", "Pool"));
        UUID place = owner.made("/v1/places", Map.of("name", "Aachen", "subnetId", pooled));
        UUID group = owner.made("/v1/security-groups", Map.of("name", "Web", "rules", List.of()));
        UUID document = Person.ADMIN.made("/v1/networking-configs", mtu(1500));
        UUID address = owner.made("/v1/addresses", Map.of("subnetId", subnet));
        owner.made("/v1/addresses", Map.of("subnetId", pooled));
        UUID center = UUID.randomUUID();
        Instance instance = Instance.of(owner.tenant(), center);
        instance.placed(Host.in(center));
        UUID port =
                instance.hears(InstanceNetworkStatus.READY).ports().getFirst().portId();
        UUID attached = owner.made("/v1/addresses", Map.of("subnetId", subnet));
        Map<String, Object> attach = Map.of("instanceId", instance.id());
        owner.post("/v1/addresses/" + attached + "/attach", attach).then().statusCode(200);
        owner.patch("/v1/addresses/" + attached, Map.of("tags", List.of("web")))
                .then()
                .statusCode(200);
        return new Examples()
                .example("POST /v1/vpcs", Map.of("name", "Office", "cidrBlock", "10.12.0.0/16"))
                .example("PATCH /v1/vpcs/{id}", Map.of("description", "Other"))
                .path("/v1/vpcs/{id}", () -> "/v1/vpcs/" + empty)
                .example(
                        "POST /v1/subnets",
                        Map.of(
                                "vpcId",
                                vpc,
                                "name",
                                "Desks",
                                "cidrBlock",
                                "10.10.9.0/24",
                                "routes",
                                List.of(Map.of("destination", "192.168.0.0/16", "nextHop", "10.10.9.9"))))
                .example("PATCH /v1/subnets/{id}", Map.of("name", "Other"))
                .path("/v1/subnets/{id}", () -> "/v1/subnets/" + unused)
                .path("/v1/subnets/{id}/utilisation", () -> "/v1/subnets/" + unused + "/utilisation")
                .example("POST /v1/address-pools", Map.of("subnetId", unused, "name", "Other"))
                .example("PATCH /v1/address-pools/{id}", Map.of("name", "Other"))
                .path("/v1/address-pools/{id}", () -> "/v1/address-pools/" + pool)
                .path("/v1/address-pools/{id}/utilisation", () -> "/v1/address-pools/" + pool + "/utilisation")
                .example("POST /v1/places", Map.of("name", "Bonn"))
                .example("PATCH /v1/places/{id}", Map.of("location", "Markt 1"))
                .path("/v1/places/{id}", () -> "/v1/places/" + place)
                .example("POST /v1/security-groups", Map.of("name", "Other", "rules", List.of()))
                .example("PATCH /v1/security-groups/{id}", Map.of("name", "Another"))
                .path("/v1/security-groups/{id}", () -> "/v1/security-groups/" + group)
                .example("POST /v1/networking-configs", mtu(9000))
                .example("PATCH /v1/networking-configs/{id}", Map.of("isActive", false))
                .path("/v1/networking-configs/{id}", () -> "/v1/networking-configs/" + document)
                .example("POST /v1/addresses", Map.of("subnetId", subnet))
                .example("PATCH /v1/addresses/{id}", Map.of("tags", List.of("web"), "reverseName", "web.acme.example"))
                .path("/v1/addresses/{id}", () -> "/v1/addresses/" + address)
                .example("POST /v1/addresses/{id}/attach", attach)
                .path("/v1/addresses/{id}/attach", () -> "/v1/addresses/" + address + "/attach")
                .path("/v1/addresses/{id}/detach", () -> "/v1/addresses/" + attached + "/detach")
                .example("PATCH /v1/ports/{id}", Map.of("securityGroupIds", List.of(group)))
                .path("/v1/ports/{id}", () -> "/v1/ports/" + port);
    }

    private static Map<String, Object> mtu(int size) {
        return Map.of("type", "MTU", "config", Map.of("mtu", size), "isActive", false);
    }
}
