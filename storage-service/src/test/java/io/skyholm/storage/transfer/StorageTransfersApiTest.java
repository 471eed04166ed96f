package io.skyholm.storage.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.testing.fixtures.CountedRows;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.EventStream;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Projects;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.TestClock;
import io.skyholm.runtime.testing.fixtures.Told;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Storage;
import io.skyholm.storage.importing.Senders;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an offer is made, seen, answered and ended, and by whom. */
@QuarkusTest
class StorageTransfersApiTest {

    private static final String TRANSFERS = Offered.TRANSFERS;

    private Person giver;
    private Person receiver;
    private UUID image;

    @BeforeEach
    void anImageOfATenantAndAnother() {
        giver = Person.fresh();
        receiver = Person.fresh();
        image = Fresh.id(Fresh.imageOf(giver));
    }

    private Offered named() {
        return Offered.by(giver, Offered.image(image, receiver.tenant()));
    }

    private Offered keyed() {
        return Offered.by(giver, Offered.image(image, null));
    }

    @Test
    void whatIsOfferedIsSeenByTheTwoAndByNobodyElse() {
        Map<String, Object> body = Offered.image(image, receiver.tenant());
        body.put("message", "As agreed");
        body.put("expiresInDays", 3);
        Response made = giver.post(TRANSFERS, body);
        made.then()
                .statusCode(201)
                .body("tenantId", equalTo(giver.tenant().toString()))
                .body("toTenantId", equalTo(receiver.tenant().toString()))
                .body("status", equalTo("PENDING"))
                .body("counts.images", equalTo(1))
                .body("key", nullValue())
                .body("endedAt", nullValue());
        String path = made.header("Location");
        String id = made.path("id");
        receiver.get(TRANSFERS + "?status=PENDING&toTenantId=" + receiver.tenant())
                .then()
                .body("items.id", contains(id))
                .body("items.message", contains("As agreed"));
        receiver.get(path).then().statusCode(200).body("resourceName", notNullValue());
        giver.get(TRANSFERS + "?resourceId=" + image).then().body("items.id", contains(id));
        Person third = Person.fresh();
        third.get(path).then().statusCode(404);
        third.get(TRANSFERS).then().body("items", empty());
        receiver.get("/v1/images/" + image).then().statusCode(404);
        giver.get("/v1/images/" + image).then().statusCode(200);
    }

    @Test
    void anOfferToNobodySaysNothingOfWhoThereIs() {
        giver.post(TRANSFERS, Offered.image(image, UUID.randomUUID())).then().statusCode(201);
        giver.post(TRANSFERS, Offered.image(image, giver.tenant()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("toTenantId"));
    }

    @Test
    void nobodyOffersWhatIsNotTheirsOrIsNotThere() {
        List<String> answers = List.of(image, UUID.randomUUID()).stream()
                .map(id -> receiver.post(TRANSFERS, Offered.image(id, UUID.randomUUID())))
                .map(answer ->
                        answer.then().statusCode(422).extract().path("errors").toString())
                .toList();
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("resourceId");
        giver.post(TRANSFERS, Offered.disk(image, receiver.tenant()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("resourceId"));
    }

    @Test
    void theKeyIsShownOnceAndOpensTheOfferForWhoeverHasIt() {
        String idempotency = UUID.randomUUID().toString();
        Response made = giver.request()
                .header("Idempotency-Key", idempotency)
                .body(Offered.image(image, null))
                .post(TRANSFERS);
        String key = made.then().statusCode(201).extract().path("key");
        assertThat(key).hasSize(43);
        Response again = giver.request()
                .header("Idempotency-Key", idempotency)
                .body(Offered.image(image, null))
                .post(TRANSFERS);
        again.then().statusCode(201).body("id", equalTo(made.path("id"))).body("key", nullValue());
        giver.get(made.header("Location")).then().body("key", nullValue());
        assertThat(Sql.asSuperuser("storage")
                        .number(
                                "select count(*) from storage_transfer t where t.id = ?::uuid and t::text like ?",
                                made.path("id"),
                                "%" + key + "%"))
                .isZero();
        Offered offered = new Offered(giver, UUID.fromString(made.path("id")), key);
        receiver.get(offered.path()).then().statusCode(404);
        offered.acceptedBy(receiver)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("toTenantId", equalTo(receiver.tenant().toString()))
                .body("key", nullValue());
        receiver.get("/v1/images/" + image)
                .then()
                .statusCode(200)
                .body("tenantId", equalTo(receiver.tenant().toString()))
                .body("ownerId", equalTo(receiver.id().toString()));
        giver.get("/v1/images/" + image).then().statusCode(404);
        receiver.get(offered.path()).then().statusCode(200);
        offered.acceptedBy(Person.fresh()).then().statusCode(404);
        assertThat(Told.of(offered.id())).asString().doesNotContain(key);
    }

    @Test
    void aWrongKeyLearnsNothingAndTheFifthEndsTheOffer() {
        Offered offered = keyed();
        String wrong = Secret.fresh().text();
        Person third = Person.fresh();
        String nothing = body(third.post(TRANSFERS + "/" + UUID.randomUUID() + "/accept", Map.of("key", wrong)));
        assertThat(body(offered.acceptedBy(third, null))).isEqualTo(nothing);
        assertThat(body(third.request()
                        .queryParam("dry_run", true)
                        .body(Map.of("key", wrong))
                        .post(offered.path() + "/accept")))
                .isEqualTo(nothing);
        giver.get(offered.path()).then().body("failedAttempts", equalTo(1)).body("status", equalTo("PENDING"));
        for (int attempt = 2; attempt <= StorageTransfer.MOST_ATTEMPTS; attempt++) {
            assertThat(body(offered.acceptedBy(third, wrong))).isEqualTo(nothing);
        }
        assertThat(body(offered.acceptedBy(third))).as("with the right key").isEqualTo(nothing);
        giver.get(offered.path()).then().body("failedAttempts", equalTo(5)).body("status", equalTo("CANCELLED"));
        assertThat(Told.types(offered.id()))
                .containsExactly(
                        "storage.transfer.offered.v1",
                        "storage.transfer.key-refused.v1",
                        "storage.transfer.key-refused.v1",
                        "storage.transfer.key-refused.v1",
                        "storage.transfer.key-refused.v1",
                        "storage.transfer.cancelled.v1");
        assertThat(Told.of(offered.id()))
                .allSatisfy(event -> assertThat(event.get("tenant_id")).isEqualTo(giver.tenant()))
                .asString()
                .doesNotContain(third.id().toString());
        giver.get("/v1/images/" + image).then().statusCode(200);
    }

    /** All but what names the request. */
    private static String body(Response answer) {
        answer.then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        String detail = answer.path("detail");
        return detail;
    }

    @Test
    void aNamedOfferIsOpenedByNoKeyOfAThirdTenant() {
        Offered offered = named();
        Person third = Person.fresh();
        offered.acceptedBy(third, Secret.fresh().text()).then().statusCode(404);
        offered.acceptedBy(third).then().statusCode(404);
        offered.declinedBy(third).then().statusCode(404);
        third.delete(offered.path()).then().statusCode(404);
        receiver.delete(offered.path()).then().statusCode(404);
        giver.get(offered.path()).then().body("status", equalTo("PENDING")).body("failedAttempts", equalTo(0));
    }

    @Test
    void nobodyAnswersTheirOwnOffer() {
        Offered offered = named();
        offered.acceptedBy(giver).then().statusCode(409).body("code", equalTo("TRANSFER_IS_OWN"));
        offered.declinedBy(giver).then().statusCode(409).body("code", equalTo("TRANSFER_IS_OWN"));
    }

    @Test
    void whoeverAnswersAgainIsToldThatItIsSoAndNothingElseFollows() {
        Offered offered = named();
        offered.declinedBy(receiver).then().statusCode(200).body("status", equalTo("DECLINED"));
        offered.declinedBy(receiver).then().statusCode(200).body("status", equalTo("DECLINED"));
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        giver.delete(offered.path()).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        Offered next = named();
        next.acceptedBy(receiver).then().statusCode(200);
        next.acceptedBy(receiver).then().statusCode(200).body("status", equalTo("ACCEPTED"));
        next.declinedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
    }

    @Test
    void whatIsOfferedIsOfferedOnceAndCancelledByItsTenant() {
        Offered offered = named();
        giver.post(TRANSFERS, Offered.image(image, UUID.randomUUID()))
                .then()
                .statusCode(409)
                .body("code", equalTo("TRANSFER_PENDING"));
        giver.delete(offered.path()).then().statusCode(200).body("status", equalTo("CANCELLED"));
        giver.delete(offered.path()).then().statusCode(200);
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        named();
    }

    /** Each of them stands in the other's lists and audit, who has not asked for it. */
    @Test
    void nobodyIsFloodedWithOffers() {
        Map<String, Object> body = Offered.image(image, receiver.tenant());
        for (int made = 0; made < StorageTransferProblems.MOST_A_DAY; made++) {
            giver.delete(Offered.by(giver, body).path()).then().statusCode(200);
        }
        giver.post(TRANSFERS, body).then().statusCode(409).body("code", equalTo("TRANSFERS_TOO_OFTEN"));
        Offered.by(giver, Offered.image(image, null));
    }

    @Test
    void anOfferExpiresByTheCalendar() {
        Offered offered = named();
        Offered other = Offered.by(giver, Offered.image(Fresh.id(Fresh.imageOf(giver)), null));
        hears(offered);
        TestClock.forward(Duration.ofDays(8));
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_PENDING"));
        other.acceptedBy(receiver).then().statusCode(404);
        giver.get(TRANSFERS + "?status=EXPIRED").then().body("items", hasSize(2));
        Eventually.rows(1, "select count(*) from storage_transfer where id = ? and status = 'EXPIRED'", offered.id());
        Eventually.rows(1, "select count(*) from storage_transfer where id = ? and key_hash is null", other.id());
        assertThat(tenantsTold(offered, "storage.transfer.expired.v1"))
                .containsExactlyInAnyOrder(giver.tenant(), receiver.tenant());
        assertThat(tenantsTold(other, "storage.transfer.expired.v1")).containsExactly(giver.tenant());
    }

    /** Each tenant's audit is made of the events that name it. */
    @Test
    void bothTenantsAreToldAndNeitherOfWhoActedInTheOther() {
        Offered offered = named();
        hears(offered);
        offered.acceptedBy(receiver).then().statusCode(200);
        assertThat(tenantsTold(offered, "storage.transfer.accepted.v1"))
                .containsExactlyInAnyOrder(giver.tenant(), receiver.tenant());
        assertThat(Told.types(image))
                .containsExactly(
                        "storage.image.created.v1", "storage.image.transferred.v1", "storage.image.transferred.v1");
        assertThat(Told.of(image).stream().skip(1).map(event -> event.get("tenant_id")))
                .containsExactly(giver.tenant(), receiver.tenant());
        assertThat(List.of(offered.id(), image))
                .allSatisfy(aggregate -> assertThat(Told.of(aggregate)).allSatisfy(event -> {
                    Person other = giver.tenant().equals(event.get("tenant_id")) ? receiver : giver;
                    assertThat(String.valueOf(event.get("actor_id")))
                            .isNotEqualTo(other.id().toString());
                }));
    }

    @Test
    void theReceiverIsToldOfAnOfferThatIsTakenBack() {
        Offered offered = named();
        hears(offered);
        giver.delete(offered.path()).then().statusCode(200);
        Eventually.holds("the receiver is told", () -> tenantsTold(offered, "storage.transfer.cancelled.v1")
                .equals(List.of(giver.tenant(), receiver.tenant())));
    }

    private void hears(Offered offered) {
        Eventually.holds("the receiver is told", () -> tenantsTold(offered, "storage.transfer.offered.v1")
                .contains(receiver.tenant()));
    }

    private static List<Object> tenantsTold(Offered offered, String type) {
        return Told.of(offered.id()).stream()
                .filter(event -> type.equals(event.get("type")))
                .<Object>map(event -> event.get("tenant_id"))
                .toList();
    }

    @Test
    void bothWatchTheListAndTheGiverSeesWhatLeaves() {
        try (EventStream offers = EventStream.of(receiver, TRANSFERS + "/stream");
                EventStream images = EventStream.of(giver, "/v1/images/stream")) {
            Offered offered = named();
            offers.tells("changed", offered.id());
            offered.acceptedBy(receiver).then().statusCode(200);
            images.tells("removed", image);
        }
    }

    @Test
    void whoeverOffersMayDeleteAndWhoeverAcceptsMayCreate() {
        Person clerk = with(giver.tenant(), ResourceType.TRANSFER, Action.CREATE);
        clerk.post(TRANSFERS, Offered.image(image, receiver.tenant()))
                .then()
                .statusCode(403)
                .body("detail", containsString("IMAGE:DELETE"));
        Person.in(giver.tenant(), BuiltInRole.USER)
                .post(TRANSFERS, Offered.image(image, receiver.tenant()))
                .then()
                .statusCode(403);
        Offered offered = named();
        offered.acceptedBy(with(receiver.tenant(), ResourceType.TRANSFER, Action.UPDATE))
                .then()
                .statusCode(403)
                .body("detail", containsString("IMAGE:CREATE"));
        offered.acceptedBy(receiver).then().statusCode(200);
    }

    private static Person with(UUID tenant, ResourceType type, Action action) {
        String role = Projects.role(tenant, Set.of(new Permission(type, action)));
        return Projects.holding(tenant, Set.of(role), Set.of());
    }

    @Test
    void anOfferIsWorthWhatWhoeverMadeItMayGiveAwayNow() {
        Senders.userIs(giver, 1, UserStatus.ACTIVE, BuiltInRole.TENANT_ADMIN.name());
        Offered offered = named();
        Senders.userIs(giver, 2, UserStatus.ACTIVE, BuiltInRole.USER.name());
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_GRANTED"));
        Senders.userIs(giver, 3, UserStatus.ACTIVE, BuiltInRole.TENANT_ADMIN.name());
        Senders.tenantIs(giver.tenant(), TenantStatus.SUSPENDED);
        offered.acceptedBy(receiver).then().statusCode(409).body("code", equalTo("TRANSFER_NOT_GRANTED"));
    }

    @Test
    void whatIsTriedOutChangesNothing() {
        Offered offered = keyed();
        receiver.request()
                .queryParam("dry_run", true)
                .body(Map.of("key", String.valueOf(offered.key())))
                .post(offered.path() + "/accept")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        giver.get("/v1/images/" + image).then().statusCode(200);
        offered.acceptedBy(receiver).then().statusCode(200);
    }

    @Test
    void ofManyWhoHaveTheKeyExactlyOneGetsIt() {
        Offered offered = keyed();
        List<Person> people =
                List.of(Person.fresh(), Person.fresh(), Person.fresh(), Person.fresh(), Person.fresh(), Person.fresh());
        List<Integer> codes = Crowd.of(
                people.size(), number -> offered.acceptedBy(people.get(number)).statusCode());
        assertThat(codes).containsOnly(200, 404);
        assertThat(Collections.frequency(codes, 200)).isEqualTo(1);
        Person winner = people.get(codes.indexOf(200));
        winner.get("/v1/images/" + image).then().statusCode(200);
        giver.get(offered.path())
                .then()
                .body("toTenantId", equalTo(winner.tenant().toString()));
    }

    @Test
    void aTenantHasAsManyOpenOffersAsItsQuotaAllows() {
        CountedRows.areLimited(
                giver.tenant(),
                CountedKind.TRANSFERS,
                () -> giver.post(TRANSFERS, Offered.image(Fresh.id(Fresh.imageOf(giver)), receiver.tenant())));
    }

    @Test
    void anOperatorSeesOffersAndAnswersNoneForATenant() {
        Offered offered = named();
        Person.ADMIN.get(offered.path()).then().statusCode(200);
        offered.acceptedBy(Person.ADMIN).then().statusCode(404);
        Person.ADMIN.delete(offered.path()).then().statusCode(200);
        UUID disk = Storage.of(10).available(giver, 1);
        Offered.by(Person.ADMIN, Offered.disk(disk, receiver.tenant()))
                .acceptedBy(receiver)
                .then()
                .statusCode(200)
                .body("tenantId", equalTo(giver.tenant().toString()));
    }
}
