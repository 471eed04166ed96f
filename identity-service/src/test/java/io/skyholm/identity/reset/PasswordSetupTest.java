package io.skyholm.identity.reset;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Fresh;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.KeycloakDoor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is made by an administrator gets one mail, and with it a password and a proven address. */
@QuarkusTest
@QuarkusTestResource(KeycloakDoor.class)
class PasswordSetupTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String MAILS = "select count(*) from mail where recipient = ?";

    @Test
    void userWhomAnAdministratorMakesGetsOneMailToChooseAPassword() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        assertThat(SQL.number(MAILS, ada.address())).isEqualTo(1);
        Mailbox mailbox = new Mailbox(ada.address());
        assertThat(mailbox.mail(1))
                .contains("Subject: Choose your Skyholm password")
                .contains(ada.username());
        confirm(mailbox.token(1)).then().statusCode(200).body("username", equalTo(ada.username()));
        ada.becomesReady();
        SignIn.as(ada.address(), Somebody.PASSWORD).then().statusCode(200);
        ADMIN.get("/v1/users/" + ada.id()).then().body("emailVerified", equalTo(true));
        confirm(mailbox.token(1)).then().statusCode(422).body("errors.field", contains("token"));
        assertThat(SQL.number(MAILS, ada.address())).isEqualTo(1);
    }

    @Test
    void userWhoseAddressSomebodyElseHasProvedGetsAPasswordAndNotTheAddress() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        String token = new Mailbox(ada.address()).token(1);
        Somebody grace = Somebody.fresh();
        grace.change(Map.of("email", ada.address()));
        grace.proves(ada.address());
        confirm(token).then().statusCode(200);
        SignIn.as(ada.username(), Somebody.PASSWORD).then().statusCode(200);
        ADMIN.get("/v1/users/" + ada.id()).then().body("emailVerified", equalTo(false));
    }

    @Test
    void tokenThatWasMailedToAFormerAddressIsWorthNothing() {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        String token = new Mailbox(ada.address()).token(1);
        ada.change(Map.of("email", Fresh.username() + "@example.com"));
        confirm(token).then().statusCode(422).body("errors.field", contains("token"));
    }

    private static Response confirm(String token) {
        return Visitor.fresh()
                .post("/v1/password-resets/confirm", Map.of("token", token, "password", Somebody.PASSWORD));
    }
}
