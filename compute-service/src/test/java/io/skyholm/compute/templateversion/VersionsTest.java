package io.skyholm.compute.templateversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.compute.Fresh;
import io.skyholm.compute.template.ConfigSnapshot;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Credential;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import io.skyholm.runtime.testing.fixtures.Told;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a template was stays what it was, and one of its versions is the latest. */
@QuarkusTest
class VersionsTest {

    @Inject
    TemplateCatalogue templates;

    private Person owner;
    private UUID tenant;
    private UUID template;

    @BeforeEach
    void freshTemplate() {
        tenant = UUID.randomUUID();
        owner = Person.in(tenant, BuiltInRole.TENANT_ADMIN);
        template = UUID.fromString(
                owner.post("/v1/templates", Fresh.template("Web")).path("id"));
    }

    @Test
    void versionKeepsWhatTheTemplateWasUnderANumberOfItsOwn() {
        owner.patch(path(), Map.of("defaultCpuCores", 8, "userData", "#cloud-config"))
                .then()
                .statusCode(200);
        Response frozen = freeze("v2");
        frozen.then()
                .statusCode(201)
                .body("isLatest", equalTo(true))
                .body("changelog", equalTo("About v2"))
                .body("configSnapshot.cpuCores", equalTo(8))
                .body("configSnapshot.userData", equalTo("#cloud-config"));
        owner.patch(path(), Map.of("defaultCpuCores", 16))
                .then()
                .statusCode(200)
                .body("version", equalTo("v2"));
        freeze("v2").then().statusCode(409).body("code", equalTo("VERSION_TAKEN"));
        Response shown = owner.get(frozen.header("Location"));
        assertThat(shown.jsonPath().getMap("")).isEqualTo(frozen.jsonPath().getMap(""));
        owner.get(path() + "/versions")
                .then()
                .body("items.versionNumber", contains("v2", "v1.0.0"))
                .body("items.isLatest", contains(true, false))
                .body("items[1].configSnapshot.cpuCores", equalTo(2));
        assertThat(Told.types(UUID.fromString(owner.get(path() + "/versions").path("items[1].id"))))
                .containsExactly("compute.template-version.created.v1", "compute.template-version.superseded.v1");
    }

    @Test
    void ofVersionsMadeAtOnceOneIsTheLatest() {
        List<Integer> answers = Crowd.of(5, number -> freeze("v" + (number + 2)).statusCode());
        assertThat(answers).containsOnly(201);
        assertThat(Sql.asSuperuser("compute")
                        .number("select count(*) from template_version where template_id = ? and is_latest", template))
                .isOne();
    }

    @Test
    void whatIsMadeOfATemplateIsWhatItIsNowOrWasThen() {
        freeze("v2").then().statusCode(201);
        owner.patch(path(), Map.of("defaultCpuCores", 32)).then().statusCode(200);
        assertThat(snapshot(null).cpuCores()).isEqualTo(32);
        assertThat(snapshot("v2").cpuCores()).isEqualTo(2);
        assertThatThrownBy(() -> snapshot("v3")).hasMessageContaining("templateVersion");
        owner.patch(path(), Map.of("status", "DEPRECATED")).then().statusCode(200);
        assertThat(snapshot(null).memoryGb()).isEqualTo(4);
        owner.patch(path(), Map.of("status", "ARCHIVED")).then().statusCode(200);
        assertThatThrownBy(() -> snapshot(null)).hasMessageContaining("archived");
        owner.delete(path()).then().statusCode(200);
        assertThatThrownBy(() -> snapshot(null)).hasMessageContaining("templateId");
    }

    private ConfigSnapshot snapshot(@Nullable String version) {
        Caller caller = new Caller(
                UUID.randomUUID(),
                "ada",
                tenant,
                Set.of(BuiltInRole.USER.name()),
                BuiltInRole.USER.permissions(),
                false,
                new Credential(Credential.Kind.SESSION, null));
        return Chains.outcomeOf(() -> templates.of(caller, template, version));
    }

    private Response freeze(String number) {
        return owner.post(path() + "/versions", Map.of("versionNumber", number, "changelog", "About " + number));
    }

    private String path() {
        return "/v1/templates/" + template;
    }
}
