package io.skyholm.compute.stackscript;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.http.RequestBody;
import io.skyholm.runtime.testing.fixtures.Constraints;
import io.skyholm.runtime.testing.fixtures.Refused;
import io.skyholm.runtime.testing.fixtures.TestCallers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a StackScript is at first, what a change makes of it, and who may share it with all tenants. */
class StackScriptTest {

    private static final String ONE = "{\"name\": \"Web\", \"scriptData\": {\"script\": \"echo\"}";
    private static final Caller USER = TestCallers.as(BuiltInRole.USER);

    @Test
    void newScriptIsActiveAndItsTenantsAlone() {
        StackScript script = created(USER, ONE + "}");
        assertThat(script.isActive).isTrue();
        assertThat(script.isPublic).isFalse();
        assertThat(script.tenantId).isEqualTo(USER.tenantId());
    }

    @ParameterizedTest
    @EnumSource(names = {"TENANT_ADMIN", "USER"})
    void tenantsPeopleMakeNothingPublic(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        Refused.by("FORBIDDEN", () -> created(caller, ONE + ", \"isPublic\": true}"));
        StackScript own = created(caller, ONE + "}");
        Refused.by("FORBIDDEN", () -> change(own, caller, "{\"isPublic\": true}"));
        assertThat(own.isPublic).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "OPERATOR"})
    void thePlatformMakesScriptsPublic(BuiltInRole role) {
        Caller caller = TestCallers.as(role);
        assertThat(created(caller, ONE + ", \"isPublic\": true}").isPublic).isTrue();
        StackScript script = created(caller, ONE + "}");
        change(script, caller, "{\"isPublic\": true}");
        assertThat(script.isPublic).isTrue();
    }

    @Test
    void whatIsNoShellScriptIsRefusedAtFirstAndInAChange() {
        String snake = "{\"script\": \"#!/usr/bin/python3\"}";
        Refused.forField(
                "scriptData.script", () -> created(USER, "{\"name\": \"Snake\", \"scriptData\": " + snake + "}"));
        StackScript script = created(USER, ONE + "}");
        Refused.forField("scriptData.script", () -> change(script, USER, "{\"scriptData\": " + snake + "}"));
        assertThat(script.scriptData.script()).isEqualTo("echo");
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        StackScript script = created(USER, ONE + ", \"description\": \"For all\", \"externalId\": \"7\"}");
        change(script, USER, "{\"isActive\": false, \"description\": null}");
        assertThat(script.isActive).isFalse();
        assertThat(script.description).isNull();
        assertThat(script.externalId).isEqualTo("7");
        assertThat(script.name).isEqualTo("Web");
    }

    @Test
    void itsFactNamesItsVariablesAlone() {
        StackScript script = created(USER, """
                {"name": "Web", "scriptData": {"script": "echo $A", "variables": [{"name": "A", "default": "x"}, {"name": "B"}]}}""");
        assertThat(script.variables()).containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1ST", "A-B", "", "A B", "A=1"})
    void variableThatNoShellCouldReadIsRefused(String name) {
        assertThat(Constraints.brokenBy(data(name))).containsExactly("scriptData");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "_A", "DB_NAME_2"})
    void variableThatAShellReadsIsTaken(String name) {
        assertThat(Constraints.brokenBy(data(name))).isEmpty();
    }

    private static ChangeStackScript data(String variable) {
        return RequestBody.read(
                "{\"scriptData\": {\"script\": \"env\", \"variables\": [{\"name\": \"%s\"}]}}".formatted(variable),
                ChangeStackScript.class);
    }

    private static void change(StackScript script, Caller caller, String body) {
        RequestBody.read(body, ChangeStackScript.class).applyTo(script, caller);
    }

    private static StackScript created(Caller caller, String body) {
        return new StackScript(
                caller,
                caller.tenantId(),
                RequestBody.read(body, CreateStackScript.class),
                Revision.first(caller.id(), Instant.parse("2026-02-01T12:00:00Z")));
    }
}
