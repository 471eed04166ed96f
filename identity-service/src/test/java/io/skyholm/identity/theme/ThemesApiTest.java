package io.skyholm.identity.theme;

import static io.skyholm.runtime.testing.fixtures.Person.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.Fresh;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Themes are named sets of colours, of which one is in use. */
@QuarkusTest
class ThemesApiTest {

    private static final Map<String, String> COLORS = Map.of("primary", "#1f5f8b", "accent", "oklch(62% 0.15 240)");

    private UUID tenant;
    private Person owner;

    @BeforeEach
    void freshTenant() {
        tenant = Fresh.tenant();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
    }

    @Test
    void createdThemeIsShownChangedAndPublishedAndItsNameIsTaken() {
        Map<String, Object> body = Map.of("name", "Aurora", "colors", COLORS);
        Response created = owner.post("/v1/themes", body);
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("tenantId", equalTo(tenant.toString()))
                .body("colors.primary", equalTo("#1f5f8b"))
                .body("isActive", equalTo(false));
        String path = created.header("Location");
        assertThat(owner.get(path).jsonPath().getMap(""))
                .isEqualTo(created.jsonPath().getMap(""));
        owner.patch(path, Map.of("colors", Map.of("text", "#000")))
                .then()
                .statusCode(200)
                .body("name", equalTo("Aurora"))
                .body("colors", equalTo(Map.of("text", "#000")));
        owner.request()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Other"))
                .patch(path)
                .then()
                .statusCode(412);
        assertThat(Told.types(UUID.fromString(created.path("id"))))
                .containsExactly("identity.theme.created.v1", "identity.theme.changed.v1");
        owner.post("/v1/themes", Map.of("name", "AURORA", "colors", COLORS))
                .then()
                .statusCode(409)
                .body("code", equalTo("THEME_NAME_TAKEN"));
    }

    @Test
    void activatedThemeTakesThePlaceOfTheOtherAndGivesItBackToThePlatforms() {
        UUID first = theme("First", true);
        UUID second = theme("Second", false);
        owner.get("/v1/themes/active").then().body("id", equalTo(first.toString()));
        owner.patch(path(second), Map.of("isActive", true)).then().statusCode(200);
        owner.get("/v1/themes/active").then().body("id", equalTo(second.toString()));
        owner.get(path(first)).then().body("isActive", equalTo(false)).body("generation", equalTo(2));
        assertThat(Told.types(first)).last().isEqualTo("identity.theme.changed.v1");
        owner.delete(path(second)).then().statusCode(200).body("deletedAt", notNullValue());
        owner.delete(path(second)).then().statusCode(404);
        owner.get("/v1/themes/active").then().statusCode(200).body("tenantId", nullValue());
        owner.get("/v1/themes").then().body("items.id", not(hasItem(second.toString())));
    }

    @Test
    void ofThemesActivatedAtOnceOneIsActive() {
        List<UUID> themes = List.of(theme("One", false), theme("Two", false), theme("Three", false));
        assertThat(Crowd.of(themes.size(), number -> owner.patch(path(themes.get(number)), Map.of("isActive", true))
                        .statusCode()))
                .containsOnly(200);
        assertThat(Sql.asSuperuser("identity")
                        .number("select count(*) from theme where is_active and tenant_id = ?", tenant))
                .isOne();
    }

    @Test
    void platformAlwaysHasAnActiveThemeThatAllSeeAndItAloneChanges() {
        String shipped = platformsActive();
        String path = "/v1/themes/" + shipped;
        owner.get(path).then().statusCode(200);
        owner.patch(path, Map.of("name", "Ours")).then().statusCode(404);
        owner.delete(path).then().statusCode(404);
        ADMIN.delete(path).then().statusCode(409).body("code", equalTo("THEME_NEEDED"));
        ADMIN.patch(path, Map.of("isActive", false)).then().statusCode(409).body("code", equalTo("THEME_NEEDED"));
        UUID other = Fresh.made("/v1/themes", Map.of("name", Fresh.name(), "colors", COLORS, "isActive", true));
        assertThat(platformsActive()).isEqualTo(other.toString());
        ADMIN.get(path).then().body("isActive", equalTo(false));
        ADMIN.patch(path, Map.of("isActive", true)).then().statusCode(200);
        ADMIN.delete("/v1/themes/" + other).then().statusCode(200);
    }

    @Test
    void listHoldsThePlatformsThemesAndOnesOwn() {
        UUID own = theme("Aurora", false);
        UUID foreign =
                Fresh.made("/v1/themes", Map.of("tenantId", Fresh.tenant(), "name", Fresh.name(), "colors", COLORS));
        owner.get("/v1/themes?limit=500")
                .then()
                .body("items.id", hasItem(own.toString()))
                .body("items.id", hasItem(platformsActive()))
                .body("items.id", not(hasItem(foreign.toString())));
        owner.get("/v1/themes?name=aurora").then().body("items.id", contains(own.toString()));
        owner.get("/v1/themes?tenantId=" + tenant).then().body("items.id", contains(own.toString()));
    }

    private UUID theme(String name, boolean active) {
        return UUID.fromString(owner.post("/v1/themes", Map.of("name", name, "colors", COLORS, "isActive", active))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String platformsActive() {
        return ADMIN.get("/v1/themes/active").then().statusCode(200).extract().path("id");
    }

    private static String path(UUID theme) {
        return "/v1/themes/" + theme;
    }
}
