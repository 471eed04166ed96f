package io.skyholm.compute.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.Host;
import io.skyholm.compute.Limits;
import io.skyholm.compute.image.KnownImage;
import io.skyholm.compute.instance.Guest;
import io.skyholm.compute.wallet.BillingTells;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.compute.GoodsContext;
import io.skyholm.events.host.ThingState;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an instance is offered to another tenant, prepared for that, and goes or stays. */
@QuarkusTest
class InstanceTransfersApiTest {

    private static final String TRANSFERS = Offered.TRANSFERS;
    private static final Sql SQL = Sql.asSuperuser("compute");
    private static final String HELD = "select coalesce(sum(instances), 0) from quota_usage where scope_id = ?";

    private Person giver;
    private Person receiver;
    private UUID pool;

    @BeforeEach
    void twoTenants() {
        giver = Person.fresh();
        receiver = Person.fresh();
        pool = Fresh.pool();
    }

    /** One that rests as if its host had stopped it. */
    private Guest stopped() {
        return at(Guest.made(giver, giver.tenant(), Guest.in(pool, "cpuCores", 1)), "STOPPED");
    }

    private static Guest at(Guest guest, String status) {
        SQL.change(
                "update operation set status = 'SUCCEEDED', ended_at = now() where id = ? and ended_at is null",
                guest.operation());
        SQL.change(
                "update instance set status = ?, power = ?, operation_id = null where id = ?",
                status,
                status,
                guest.id());
        return guest;
    }

    private Offered ready() {
        return Offered.ready(stopped(), receiver.tenant());
    }

    @Test
    void anInstanceGoesAtOneMomentOnceAllHavePrepared() {
        Limits.ofTenant(giver.tenant(), instances(5));
        Limits.ofTenant(receiver.tenant(), instances(5));
        Host host = Host.in(pool);
        Map<String, Object> body = Guest.in(pool);
        body.put("sshKeys", List.of("ssh-ed25519 AAAA giver"));
        body.put("userData", "#cloud-config");
        Guest guest = Guest.running(giver, giver.tenant(), body, host);
        UUID stop = guest.does("stop");
        guest.settles(host, ThingState.STOPPED);
        guest.ended(stop);
        Offered offered = Offered.ready(guest, receiver.tenant());
        offered.seenBy(receiver)
                .then()
                .body("counts.instances", equalTo(1))
                .body("counts.vcpus", equalTo(2))
                .body("counts.dataDisks", equalTo(2))
                .body("counts.addresses", equalTo(1));
        offered.acceptedBy(receiver).then().statusCode(200).body("status", equalTo("PREPARING"));
        offered.acceptedBy(receiver).then().statusCode(200).body("status", equalTo("PREPARING"));
        isHeld(guest, offered);
        long told = guest.desiredGeneration();
        offered.says(GoodsContext.STORAGE, 1, Map.of("dataDisks", 2L), null);
        offered.seenBy(giver).then().body("status", equalTo("PREPARING"));
        guest.shown().then().statusCode(200);
        offered.says(GoodsContext.NETWORK, 1, Map.of("addresses", 1L), null);
        offered.isSoon("ACCEPTED");
        offered.seenBy(receiver).then().body("transferredAt", notNullValue()).body("statusDetail", nullValue());
        guest.shown().then().statusCode(404);
        receiver.get(guest.path())
                .then()
                .statusCode(200)
                .body("userId", equalTo(receiver.id().toString()))
                .body("status", equalTo("STOPPED"))
                .body("transferId", nullValue())
                .body("networks.subnetId", contains(notNullValue()));
        assertThat(SQL.number(HELD, giver.tenant())).isZero();
        assertThat(SQL.number(HELD, receiver.tenant())).isEqualTo(1);
        Eventually.rows(
                1, "select count(*) from instance where id = ? and user_data is null and ssh_keys = '{}'", guest.id());
        Eventually.rows(
                1,
                "select count(*) from virtual_machine where instance_id = ? and tenant_id = ? and desired_generation > ?",
                guest.id(),
                receiver.tenant(),
                told);
        assertThat(tenantsTold(guest.id(), "compute.instance.transferred.v1"))
                .containsExactly(giver.tenant(), receiver.tenant());
        neitherIsToldOfWhoActedInTheOther(guest, offered);
        startsOnPortsOfTheReceiverAlone(guest, host);
    }

    /** What network said while it was the giver's is not waited for any more, and the host is told nothing until it says anew. */
    private void startsOnPortsOfTheReceiverAlone(Guest guest, Host host) {
        Guest given = new Guest(receiver, receiver.tenant(), guest.id(), guest.operation());
        UUID start = given.does("start");
        Eventually.found(
                "what the start waits for",
                () -> receiver.get("/v1/operations/" + start).<List<String>>path("steps.name"),
                steps -> !steps.isEmpty() && "network".equals(steps.getLast()));
        long told = given.desiredGeneration();
        given.networkIs(InstanceNetworkStatus.READY, host.id());
        Eventually.holds("the host is told", () -> given.desiredGeneration() > told);
    }

    private static void isHeld(Guest guest, Offered offered) {
        guest.shown().then().body("transferId", equalTo(offered.id().toString()));
        for (String act : List.of("start", "reset-password")) {
            guest.owner()
                    .request()
                    .post(guest.path() + "/" + act)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("INSTANCE_BUSY"));
        }
        guest.owner().delete(guest.path()).then().statusCode(409).body("code", equalTo("INSTANCE_BUSY"));
        guest.owner()
                .patch(guest.path(), Map.of("name", "mine"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INSTANCE_BUSY"));
        guest.owner().delete(offered.path()).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
    }

    private void neitherIsToldOfWhoActedInTheOther(Guest guest, Offered offered) {
        assertThat(tenantsTold(offered.id(), "compute.instance-transfer.accepted.v1"))
                .containsExactlyInAnyOrder(giver.tenant(), receiver.tenant());
        assertThat(List.of(offered.id(), guest.id()))
                .allSatisfy(aggregate -> assertThat(Told.of(aggregate)).allSatisfy(event -> {
                    Person other = giver.tenant().equals(event.get("tenant_id")) ? receiver : giver;
                    assertThat(String.valueOf(event.get("actor_id")))
                            .isNotEqualTo(other.id().toString());
                }));
        assertThat(Told.of(offered.id()).stream().filter(event -> giver.tenant().equals(event.get("tenant_id"))))
                .allSatisfy(event -> assertThat(String.valueOf(event.get("payload")))
                        .doesNotContain(receiver.id().toString()));
    }

    private static List<Object> tenantsTold(UUID aggregate, String type) {
        return Told.of(aggregate).stream()
                .filter(event -> type.equals(event.get("type")))
                .<Object>map(event -> event.get("tenant_id"))
                .toList();
    }

    /** Each reads what concerns it, and what came late of an attempt says nothing of the next. */
    @Test
    void whatCannotGoStaysAndGoesWhenItCan() {
        Offered offered = ready();
        offered.acceptedBy(receiver).then().statusCode(200);
        offered.says(GoodsContext.NETWORK, 1, Map.of(), "The subnet is full", true);
        offered.isSoon("PENDING");
        offered.seenBy(receiver).then().body("statusDetail", equalTo("The subnet is full"));
        offered.seenBy(giver).then().body("statusDetail", containsString("other tenant"));
        offered.guest().shown().then().statusCode(200).body("transferId", nullValue());
        offered.says(GoodsContext.STORAGE, 1, Map.of("dataDisks", 2L), null);
        offered.acceptedBy(receiver).then().statusCode(200).body("status", equalTo("PREPARING"));
        offered.says(GoodsContext.STORAGE, 2, Map.of(), "The disk is GROWING");
        offered.isSoon("PENDING");
        offered.seenBy(giver).then().body("statusDetail", equalTo("The disk is GROWING"));
        offered.seenBy(receiver).then().body("statusDetail", containsString("make it ready"));
        offered.acceptedBy(receiver).then().statusCode(200);
        offered.isPrepared(2);
        offered.isPrepared(3);
        offered.isSoon("ACCEPTED");
        receiver.get(offered.guest().path()).then().statusCode(200);
    }

    @Test
    void moreThanWasOfferedDoesNotGo() {
        Offered offered = ready();
        offered.acceptedBy(receiver).then().statusCode(200);
        offered.says(GoodsContext.STORAGE, 1, Map.of("dataDisks", 3L), null);
        offered.isSoon("PENDING");
        offered.seenBy(receiver).then().body("statusDetail", containsString("offered again"));
        offered.guest().shown().then().statusCode(200);
    }

    @Test
    void whoDoesNotAnswerInTimeHasItStay() {
        Offered offered = ready();
        offered.acceptedBy(receiver).then().statusCode(200);
        offered.says(GoodsContext.STORAGE, 1, Map.of("dataDisks", 2L), null);
        TestClock.forward(Duration.ofMinutes(11));
        offered.isSoon("PENDING");
        offered.seenBy(receiver).then().body("statusDetail", containsString("too long"));
        offered.says(GoodsContext.NETWORK, 1, Map.of("addresses", 1L), null);
        offered.guest().shown().then().statusCode(200).body("transferId", nullValue());
        TestClock.forward(Duration.ofDays(8));
        offered.isSoon("EXPIRED");
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
    }

    /** A quota that became full while others prepared is asked in the commit that would pass it. */
    @Test
    void theReceiverHasRoomForItWhenItGoes() {
        Limits.ofTenant(receiver.tenant(), instances(0));
        Offered full = ready();
        full.acceptedBy(receiver).then().statusCode(507).body("code", equalTo("QUOTA_EXCEEDED"));
        Offered offered = ready();
        SQL.change("update quota_usage set max_instances = 1 where scope_id = ?", receiver.tenant());
        offered.acceptedBy(receiver).then().statusCode(200);
        SQL.change("update quota_usage set max_instances = 0 where scope_id = ?", receiver.tenant());
        offered.isPrepared(1);
        offered.isSoon("PENDING");
        offered.seenBy(receiver).then().body("statusDetail", containsString("quota"));
        offered.guest().shown().then().statusCode(200);
        assertThat(SQL.number(HELD, receiver.tenant())).isZero();
    }

    /** Limits are asked one after the other: those that had room until one refuses count nothing. */
    @Test
    void whatOneLimitRefusesCountsInNone() {
        Limits.ofTenant(receiver.tenant(), instances(5));
        SQL.change(
                "insert into quota_usage (scope_id, scope_kind, generation, tenant_id, is_limited, max_instances) values (?, 'USER', 0, ?, true, 5)",
                receiver.id(),
                receiver.tenant());
        List<UUID> asked = Stream.of(receiver.tenant(), receiver.id())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        Offered offered = ready();
        offered.acceptedBy(receiver).then().statusCode(200);
        SQL.change("update quota_usage set max_instances = 0 where scope_id = ?", asked.getLast());
        offered.isPrepared(1);
        offered.isSoon("PENDING");
        assertThat(SQL.number(HELD, asked.getFirst())).isZero();
        assertThat(SQL.number(HELD, asked.getLast())).isZero();
        offered.guest().shown().then().statusCode(200);
    }

    private static QuotaConfig instances(int most) {
        return new QuotaConfig((long) most, null, null, null, null, null, null, null);
    }

    @Test
    void whatIsOfferedIsSeenByTheTwoAndByNobodyElse() {
        Guest guest = stopped();
        Map<String, Object> body = Offered.body(guest, receiver.tenant());
        body.put("message", "As agreed");
        body.put("expiresInDays", 3);
        Response made = giver.post(TRANSFERS, body);
        made.then().statusCode(201).body("ready", equalTo(false)).body("status", equalTo("PENDING"));
        String path = made.header("Location");
        String id = made.path("id");
        receiver.get(TRANSFERS + "?status=PENDING&toTenantId=" + receiver.tenant())
                .then()
                .body("items.id", contains(id))
                .body("items.message", contains("As agreed"));
        giver.get(TRANSFERS + "?instanceId=" + guest.id()).then().body("items.id", contains(id));
        Person third = Person.fresh();
        third.get(path).then().statusCode(404);
        third.get(TRANSFERS).then().body("items", empty());
        third.post(path + "/accept", Map.of()).then().statusCode(404);
        third.request().post(path + "/decline").then().statusCode(404);
        receiver.delete(path).then().statusCode(404);
        receiver.get(guest.path()).then().statusCode(404);
    }

    @Test
    void nobodyOffersWhatIsNotTheirsOrToThemselves() {
        Guest guest = stopped();
        for (UUID id : List.of(guest.id(), UUID.randomUUID())) {
            receiver.post(TRANSFERS, Map.of("instanceId", id, "toTenantId", UUID.randomUUID()))
                    .then()
                    .statusCode(422)
                    .body("errors.field", hasItem("instanceId"));
        }
        giver.post(TRANSFERS, Offered.body(guest, giver.tenant()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("toTenantId"));
    }

    @Test
    void whatIsKeptOrBelongsTogetherIsNotOffered() {
        Guest guest = stopped();
        isRefused(guest, "instance_set_id", "INSTANCE_IN_SET", UUID.randomUUID());
        SQL.change("update instance set deletion_protection = true where id = ?", guest.id());
        refused(guest, "DELETION_PROTECTED");
        SQL.change("update instance set intent = 'RELEASE' where id = ?", guest.id());
        refused(guest, "INSTANCE_GIVING_BACK");
    }

    private void isRefused(Guest guest, String column, String code, UUID value) {
        SQL.change("update instance set " + column + " = ? where id = ?", value, guest.id());
        refused(guest, code);
        SQL.change("update instance set " + column + " = null where id = ?", guest.id());
    }

    private void refused(Guest guest, String code) {
        giver.post(TRANSFERS, Offered.body(guest, receiver.tenant()))
                .then()
                .statusCode(409)
                .body("code", equalTo(code));
    }

    @Test
    void whatIsNotReadyIsNotAccepted() {
        Offered unread = Offered.of(stopped(), receiver.tenant());
        notAccepted(unread, "TRANSFER_NOT_LOOKED_AT");
        Offered running = ready();
        at(running.guest(), "RUNNING");
        notAccepted(running, "TRANSFER_NOT_POSSIBLE_NOW");
        at(running.guest(), "STOPPED");
        SQL.change(
                "update instance set cpu_cores = 2 where id = ?",
                running.guest().id());
        notAccepted(running, "TRANSFER_HAS_GROWN");
        Offered own = ready();
        UUID version = KnownImage.of(giver).version();
        SQL.change(
                "update instance set image_version_id = ? where id = ?",
                version,
                own.guest().id());
        notAccepted(own, "TRANSFER_IMAGE_NOT_YOURS");
        SQL.change(
                "update instance set status = 'DELETED', deleted_at = now() where id = ?",
                own.guest().id());
        notAccepted(own, "TRANSFER_RESOURCE_GONE");
        Offered suspended = ready();
        Limits.standing(giver.tenant(), 5, TenantStatus.SUSPENDED);
        notAccepted(suspended, "TRANSFER_NOT_GRANTED");
    }

    @Test
    void whoMayMakeNothingNewTakesNothingOver() {
        Offered offered = ready();
        BillingTells.standing(receiver.tenant(), 1, StandingStage.RESTRICTED, StandingReason.WALLET_EMPTY);
        offered.acceptedBy(receiver).then().statusCode(507).body("code", equalTo("INSUFFICIENT_FUNDS"));
        BillingTells.standing(receiver.tenant(), 2, StandingStage.ACTIVE);
        offered.acceptedBy(receiver).then().statusCode(200);
    }

    private void notAccepted(Offered offered, String code) {
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo(code));
        offered.seenBy(receiver).then().body("status", equalTo("PENDING"));
    }

    @Test
    void whoeverAnswersAgainIsToldThatItIsSo() {
        Offered offered = ready();
        offered.acceptedBy(giver).then().statusCode(409).body("code", equalTo("TRANSFER_IS_OWN"));
        offered.declinedBy(giver).then().statusCode(409).body("code", equalTo("TRANSFER_IS_OWN"));
        offered.declinedBy(receiver).then().statusCode(200).body("status", equalTo("DECLINED"));
        offered.declinedBy(receiver).then().statusCode(200).body("status", equalTo("DECLINED"));
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        giver.delete(offered.path()).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        Offered next = Offered.ready(offered.guest(), receiver.tenant());
        refused(offered.guest(), "TRANSFER_PENDING");
        giver.delete(next.path()).then().statusCode(200).body("status", equalTo("CANCELLED"));
        giver.delete(next.path()).then().statusCode(200);
        next.declinedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        Eventually.holds("the receiver is told", () -> tenantsTold(next.id(), "compute.instance-transfer.cancelled.v1")
                .equals(List.of(giver.tenant(), receiver.tenant())));
    }

    @Test
    void nobodyIsFloodedWithOffers() {
        Guest guest = stopped();
        for (int made = 0; made < InstanceTransferProblems.MOST_A_DAY; made++) {
            giver.delete(Offered.of(guest, receiver.tenant()).path()).then().statusCode(200);
        }
        refused(guest, "TRANSFERS_TOO_OFTEN");
    }

    @Test
    void aTenantHasAsManyOpenOffersAsItsQuotaAllows() {
        CountedRows.areLimited(
                giver.tenant(),
                CountedKind.INSTANCE_TRANSFERS,
                () -> giver.post(TRANSFERS, Offered.body(stopped(), receiver.tenant())));
    }

    @Test
    void whoeverOffersMayDeleteAndWhoeverAcceptsMayCreate() {
        Guest guest = stopped();
        with(giver.tenant(), Action.CREATE)
                .post(TRANSFERS, Offered.body(guest, receiver.tenant()))
                .then()
                .statusCode(403)
                .body("detail", containsString("INSTANCE:DELETE"));
        Person.in(giver.tenant(), BuiltInRole.USER)
                .post(TRANSFERS, Offered.body(guest, receiver.tenant()))
                .then()
                .statusCode(403);
        Offered.ready(guest, receiver.tenant())
                .acceptedBy(with(receiver.tenant(), Action.UPDATE))
                .then()
                .statusCode(403)
                .body("detail", containsString("INSTANCE:CREATE"));
    }

    private static Person with(UUID tenant, Action action) {
        String role = Projects.role(tenant, Set.of(new Permission(ResourceType.TRANSFER, action)));
        return Projects.holding(tenant, Set.of(role), Set.of());
    }

    @Test
    void bothWatchTheList() {
        try (EventStream offers = EventStream.of(receiver, TRANSFERS + "/stream")) {
            offers.tells("changed", Offered.of(stopped(), receiver.tenant()).id());
        }
    }
}
