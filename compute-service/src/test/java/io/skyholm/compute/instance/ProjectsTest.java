package io.skyholm.compute.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.compute.Fresh;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.compute.InstanceFact;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.runtime.testing.fixtures.UserGroups;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two projects of one tenant do not see each other's instances, and whoever is limited to none sees both. */
@QuarkusTest
class ProjectsTest {

    private final UUID tenant = UUID.randomUUID();
    private final Person administrator = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    private UUID shop = UUID.randomUUID();
    private UUID pool = UUID.randomUUID();
    private Person seller = administrator;
    private Person researcher = administrator;

    @BeforeEach
    void twoProjects() {
        pool = Fresh.pool();
        shop = UserGroups.known(tenant);
        seller = Projects.member(tenant, shop);
        researcher = Projects.member(tenant, UserGroups.known(tenant));
    }

    @Test
    void whatAProjectDoesNotSeeStandsInTheWayAllTheSame() {
        String set = "/v1/instance-sets/" + seller.made("/v1/instance-sets", Map.of("name", Fresh.name()));
        Guest theirs = Guest.made(researcher, tenant, Guest.in(pool));
        administrator
                .post(set + "/members", Map.of("instanceId", theirs.id()))
                .then()
                .statusCode(201);

        seller.delete(set).then().statusCode(409).body("code", equalTo("INSTANCE_SET_NOT_EMPTY"));
    }

    @Test
    void eachProjectSeesAndChangesItsOwnInstancesAlone() {
        Guest mine = Guest.made(seller, tenant, Guest.in(pool));
        Guest theirs = Guest.made(researcher, tenant, Guest.in(pool));
        seller.get("/v1/instances")
                .then()
                .statusCode(200)
                .body("items.id", contains(mine.id().toString()));
        seller.get(theirs.path()).then().statusCode(404);
        seller.patch(theirs.path(), Map.of("name", "mine")).then().statusCode(404);
        seller.delete(theirs.path()).then().statusCode(404);
        seller.get("/v1/operations/" + theirs.operation()).then().statusCode(404);
        seller.get("/v1/operations/" + mine.operation()).then().statusCode(200);
        seller.get("/v1/operations")
                .then()
                .body("items.id", not(hasItem(theirs.operation().toString())));
        administrator.get(mine.path()).then().statusCode(200);
        administrator.get(theirs.path()).then().statusCode(200).body("name", not(equalTo("mine")));
    }

    @Test
    void rowLevelSecurityHoldsItWhateverTheCodeAsksFor() {
        Guest mine = Guest.made(seller, tenant, Guest.in(pool));
        Guest theirs = Guest.made(researcher, tenant, Guest.in(pool));
        Sql within = Sql.asService("compute").ofTenant(tenant).within(shop);
        assertThat(within.rows("select id from instance")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("id", mine.id()));
        assertThat(within.change("update instance set name = 'mine' where id = ?", theirs.id()))
                .isZero();
        assertThat(within.number("select count(*) from virtual_machine")).isEqualTo(1);
    }

    @Test
    void whoIsNoMemberCreatesNothingForThemselves() {
        Person guest = Projects.limited(tenant, shop);
        guest.post("/v1/instances", Guest.in(pool)).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        Guest mine = Guest.made(seller, tenant, Guest.in(pool));
        guest.get("/v1/instances")
                .then()
                .statusCode(200)
                .body("items.id", contains(mine.id().toString()));
    }

    @Test
    void networkIsToldWithinWhichProjectAnInstanceWasMade() {
        Guest mine = Guest.made(seller, tenant, Guest.in(pool));
        Guest anybodys = Guest.made(administrator, tenant, Guest.in(pool));
        assertThat(networkGroups(mine)).containsExactly(shop);
        assertThat(networkGroups(anybodys)).isNull();
    }

    private static @Nullable List<UUID> networkGroups(Guest guest) {
        Object told = Told.of(guest.id()).getLast().get("payload");
        return EventJson.read(String.valueOf(told), InstanceFact.class).networkGroupIds();
    }

    @Test
    void whoMayNotReadScriptsOrSecurityGroupsNamesNone() {
        UUID script = administrator.made(
                "/v1/stack-scripts", Map.of("name", Fresh.name(), "scriptData", Map.of("script", "echo private")));
        Map<String, Object> scripted = Guest.in(pool, "stackScriptId", script);
        Map<String, Object> guarded =
                Guest.in(pool, "networks", List.of(Map.of("securityGroupIds", List.of(UUID.randomUUID()))));
        seller.post("/v1/instances", scripted).then().statusCode(422).body("errors.field", contains("stackScriptId"));
        seller.post("/v1/instances", guarded).then().statusCode(422).body("errors.field", contains("networks"));
        administrator.post("/v1/instances", scripted).then().statusCode(202);
        administrator.post("/v1/instances", guarded).then().statusCode(202);
    }

    @Test
    void whatCannotBeLimitedIsNotDoneByALimitedRole() {
        seller.get("/v1/stack-scripts").then().statusCode(403);
        seller.get("/v1/services/compute/quota-usages?tenantId=" + tenant)
                .then()
                .statusCode(403);
    }

    @Test
    void whoJoinsBringsWhatIsTheirsAndWhoLeavesTakesItAlong() {
        Guest theirs = Guest.made(researcher, tenant, Guest.in(pool));
        UUID membership = UserGroups.join(tenant, shop, researcher.id());
        seller.get(theirs.path()).then().statusCode(200);
        UserGroups.leave(membership, tenant, shop, researcher.id());
        Eventually.holds("it is gone", () -> seller.get(theirs.path()).statusCode() == 404);
    }

    @Test
    void deletedProjectIsWorthNothing() {
        seller.get("/v1/instances").then().statusCode(200);
        UserGroups.delete(shop, tenant);
        Eventually.holds(
                "the role allows nothing any more",
                () -> seller.get("/v1/instances").statusCode() == 403);
    }

    @Test
    void groupBelowBelongsToTheProjectAsLongAsItIsThere() {
        UUID team = UUID.randomUUID();
        Person teammate = Projects.member(tenant, team);
        UserGroups.tell(team, 1, tenant, shop, null);
        Eventually.holds(
                "the team's own are seen", () -> teammate.get("/v1/instances").statusCode() == 200);
        Guest theirs = Guest.made(teammate, tenant, Guest.in(pool));
        Eventually.holds("it is the shop's too", () -> seller.get(theirs.path()).statusCode() == 200);
        UserGroups.tell(team, 2, tenant, null, null);
        Eventually.holds("it has moved away", () -> seller.get(theirs.path()).statusCode() == 404);
    }

    @Test
    void streamTellsOfTheProjectsOwnAlone() {
        try (EventStream stream = EventStream.of(seller, "/v1/instances/stream")) {
            Guest theirs = Guest.made(researcher, tenant, Guest.in(pool));
            Guest mine = Guest.made(seller, tenant, Guest.in(pool));
            stream.tells("changed", mine.id());
            assertThat(stream.data())
                    .noneMatch(told -> told.contains(theirs.id().toString()));
        }
    }
}
