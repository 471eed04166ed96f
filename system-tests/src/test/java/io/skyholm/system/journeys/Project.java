package io.skyholm.system.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.Cloud;
import io.skyholm.system.suite.Customer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A group of a tenant's users, and one of them whose role holds there alone. */
record Project(String group, Member member) {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The member gets the built-in role of users within the project, and none for the whole tenant. */
    static Project of(Customer customer, Member member) {
        Api owner = customer.api();
        String group = owner.post("/v1/groups", Map.of("name", "team-" + UUID.randomUUID()))
                .expecting(201)
                .text("id");
        owner.post("/v1/groups/" + group + "/members", Map.of("userId", member.userId()))
                .expecting(201);
        String held = owner.get("/v1/role-assignments?userId=" + member.userId())
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String role = owner.get("/v1/role-assignments/" + held).expecting(200).text("roleId");
        owner.post("/v1/role-assignments", Map.of("userId", member.userId(), "roleId", role, "groupId", group))
                .expecting(201);
        owner.delete("/v1/role-assignments/" + held).expecting(200);
        Eventually.until(SOON, () -> member.api().get("/v1/stack-scripts").status() == 403 && makesASet(member.api()));
        return new Project(group, member);
    }

    /** It is refused until compute knows them as a member. */
    private static boolean makesASet(Api api) {
        return api.post("/v1/instance-sets", Map.of("name", "set-" + UUID.randomUUID(), "setType", "APPLICATION"))
                        .status()
                == 201;
    }

    /** A subnet of the member's own, as soon as network knows them as one. */
    String subnet() {
        Map<String, String> wanted = Map.of("name", "vpc-" + UUID.randomUUID(), "cidrBlock", "10.77.0.0/24");
        String vpc = Eventually.get(SOON, () -> {
            Api.Answer made = member.api().post("/v1/vpcs", wanted);
            return made.status() == 201 ? made.text("id") : null;
        });
        return member.api()
                .post("/v1/subnets", Map.of("vpcId", vpc, "name", "own", "cidrBlock", "10.77.0.0/24"))
                .expecting(201)
                .text("id");
    }

    /** An instance of the member is refused that subnet, as one of another tenant; gives the instance. */
    String joinsInVain(String subnet) {
        Cloud cloud = new Cloud(member.api());
        Api.Answer asked = cloud.ask(1, 1, Map.of("networks", List.of(Map.of("subnetId", subnet))))
                .expecting(202);
        assertThat(cloud.ended(asked.text("id")).toString()).contains("FAILED", "cannot use");
        return asked.text("resourceId");
    }

    /** The instances that the member sees. */
    List<String> instances() {
        return instances(member.api());
    }

    /** The instances that somebody sees. */
    static List<String> instances(Api api) {
        return StreamSupport.stream(
                        api.get("/v1/instances")
                                .expecting(200)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .map(instance -> instance.path("id").asText())
                .toList();
    }
}
