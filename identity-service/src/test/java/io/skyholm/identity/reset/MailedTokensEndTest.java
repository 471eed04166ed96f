package io.skyholm.identity.reset;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.identity.Visitor;
import io.skyholm.identity.keycloak.SignIn;
import io.skyholm.identity.mail.Mailbox;
import io.skyholm.identity.user.Accounts;
import io.skyholm.identity.user.PasswordChange;
import io.skyholm.identity.user.Somebody;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By whichever way a password changes, what was mailed before to set one sets none any more. */
@QuarkusTest
class MailedTokensEndTest {

    private static final Sql SQL = Sql.asSuperuser("identity");
    private static final String OTHER = "another long password";
    private static final String OF_THIEF = "what a thief would like";

    @Inject
    Accounts accounts;

    /** The ways in which a password changes. */
    enum Way {
        ADMINISTRATOR,
        ADMINISTRATOR_FOR_ONCE,
        DIRECTORY,
        RESET
    }

    @ParameterizedTest
    @EnumSource
    void firstPasswordsTokenEnds(Way way) {
        Somebody ada = Somebody.fresh();
        ada.becomesReady();
        String token = new Mailbox(ada.address()).token(1);
        ends(ada, token, way);
    }

    @ParameterizedTest
    @EnumSource
    void resetsTokenEnds(Way way) {
        Somebody ada = Somebody.proved();
        ada.becomesReady();
        ends(ada, resetFor(ada, 1), way);
    }

    private void ends(Somebody ada, String token, Way way) {
        Map<String, Object> thought = Map.of("token", token, "password", OF_THIEF);
        Visitor.fresh()
                .post("/v1/password-resets/confirm?dry_run=true", thought)
                .then()
                .statusCode(200);
        change(ada, way);
        confirm(token, OF_THIEF).then().statusCode(422).body("errors.field", contains("token"));
        SignIn.as(ada.username(), OF_THIEF).then().statusCode(400);
    }

    private void change(Somebody ada, Way way) {
        switch (way) {
            case ADMINISTRATOR -> ada.setPassword(OTHER).then().statusCode(200);
            case ADMINISTRATOR_FOR_ONCE ->
                Person.ADMIN
                        .put("/v1/users/" + ada.id() + "/password", Map.of("password", OTHER, "temporary", true))
                        .then()
                        .statusCode(200);
            case DIRECTORY -> {
                PasswordChange change =
                        new PasswordChange(ada.id(), Instant.now().plusSeconds(1), null);
                Chains.outcomeOf(() -> accounts.passwordChangedInDirectory(Cause.platform(), change));
            }
            case RESET -> usesAnother(ada);
        }
    }

    /** Asking for one ends what was mailed before, so that several are open only after a call that died. Other tests move the calendar. */
    private static void usesAnother(Somebody ada) {
        int before = resets(ada).mails().size();
        if (before == 0) {
            ada.proves(ada.address());
        }
        String newer = resetFor(ada, before + 1);
        SQL.change(
                "update password_reset set expires_at = now() + interval '10 years' where user_id = ? and used_at is null",
                ada.id());
        confirm(newer, OTHER).then().statusCode(200);
    }

    private static String resetFor(Somebody ada, int number) {
        Visitor.fresh()
                .post("/v1/password-resets", Map.of("email", ada.address()))
                .then()
                .statusCode(202);
        return resets(ada).token(number);
    }

    private static Mailbox resets(Somebody ada) {
        return new Mailbox(ada.address()).about("Set a new password");
    }

    private static Response confirm(String token, String password) {
        return Visitor.fresh().post("/v1/password-resets/confirm", Map.of("token", token, "password", password));
    }
}
