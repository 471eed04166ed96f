package io.skyholm.identity.mail;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.Origin;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody has others flooded with mail, be it under another name each time. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class MailLimitsTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String RESETS =
            "select count(*) from mail where recipient = ? and subject = 'Set a new password'";

    /** Twenty a day; a day may begin meanwhile. */
    @Test
    void oneAddressGetsSoManyInvitationsADayWhoeverSendsThem() {
        String address = Fresh.username() + "@example.com";
        List<Integer> answers = IntStream.range(0, 42)
                .mapToObj(number -> ADMIN.post("/v1/invitations", Map.of("tenantId", Fresh.tenant(), "email", address))
                        .statusCode())
                .toList();
        assertThat(answers).startsWith(201).endsWith(429).containsOnly(201, 429);
        assertThat(SQL.number("select count(*) from mail where recipient = ?", address))
                .isBetween(20L, 40L);
    }

    @Test
    void tenantThatHasSentItsDaysMailSendsNoMoreAndSomeoneElseDoes() {
        UUID tenant = Fresh.tenant();
        Fresh.user(tenant);
        reached("day tenant " + tenant, 1_000);
        ADMIN.post("/v1/users", Fresh.userOf(tenant))
                .then()
                .statusCode(429)
                .body("code", equalTo("MAIL_LIMIT_REACHED"));
        ADMIN.post("/v1/invitations", Map.of("tenantId", tenant, "email", Fresh.username() + "@example.com"))
                .then()
                .statusCode(429);
        Fresh.user(Fresh.tenant());
    }

    @Test
    void whoHasAskedForTooMuchDoesNotUseUpTheLimitOfOthers() {
        Somebody ada = Somebody.proved();
        Visitor flooder = Visitor.fresh();
        ask(flooder, Fresh.username() + "@example.com");
        reached("hour password reset from " + flooder.address(), 30);
        for (int request = 0; request < 10; request++) {
            ask(flooder, ada.address());
        }
        assertThat(SQL.number(RESETS, ada.address())).isZero();
        ask(Visitor.fresh(), ada.address());
        assertThat(SQL.number(RESETS, ada.address())).isEqualTo(1);
    }

    @Test
    void addressesOfOneNetworkCountAsOne() {
        Somebody ada = Somebody.proved();
        String network = "2001:db8:" + Integer.toHexString(ada.id().hashCode() & 0xffff) + ":7::";
        ask(new Visitor(network + "1"), Fresh.username() + "@example.com");
        reached("hour password reset from " + new Origin("", "", network + "3", null).source(), 30);
        ask(new Visitor(network + "2"), ada.address());
        assertThat(SQL.number(RESETS, ada.address())).isZero();
    }

    private static void ask(Visitor visitor, String address) {
        visitor.post("/v1/password-resets", Map.of("email", address)).then().statusCode(202);
    }

    /** In the hour or day after this one too, which may begin before the test ends. */
    private static void reached(String what, int wishes) {
        String unit = what.substring(0, what.indexOf(' '));
        String subject = new Secret(what).hash();
        assertThat(SQL.change("update mail_wish set wishes = ? where subject = ?", wishes, subject))
                .as(what)
                .isPositive();
        SQL.change(
                """
                insert into mail_wish (subject, hour, wishes)
                select subject, hour + cast(? as interval), wishes from mail_wish where subject = ?
                on conflict (subject, hour) do nothing""",
                "1 " + unit,
                subject);
    }
}
