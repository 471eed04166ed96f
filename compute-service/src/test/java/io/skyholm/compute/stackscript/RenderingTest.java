package io.skyholm.compute.stackscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values reach a script as they were given, whatever is in them, and only those that it asks for. */
class RenderingTest {

    private static final ScriptVariable DOMAIN = variable("DOMAIN", null, true, null, false);
    private static final ScriptVariable COLOR = variable("COLOR", "red", false, List.of("red", "blue"), false);
    private static final ScriptVariable SECRET = variable("DB_PASSWORD", null, false, null, true);

    @Test
    void theLineThatNamesTheShellStaysTheFirst() {
        assertThat(rendered("#!/bin/bash -e\necho $DOMAIN\n", Map.of("DOMAIN", "a.example"), DOMAIN))
                .isEqualTo("#!/bin/bash -e\nexport DOMAIN='a.example'\necho $DOMAIN\n");
    }

    @Test
    void withoutOneItIsTheUsualShell() {
        assertThat(rendered("echo hello", Map.of())).isEqualTo("#!/bin/sh\necho hello");
        assertThat(rendered("#!/bin/sh", Map.of())).isEqualTo("#!/bin/sh\n");
    }

    @Test
    void defaultIsTakenWhereNothingIsGiven() {
        assertThat(rendered("env", Map.of(), COLOR)).contains("export COLOR='red'");
        assertThat(rendered("env", Map.of("COLOR", "blue"), COLOR)).contains("export COLOR='blue'");
        assertThat(rendered("env", Map.of(), SECRET)).isEqualTo("#!/bin/sh\nenv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it's",
                "'; rm -rf /; '",
                "$(id) `id` $HOME",
                "two\nlines",
                "back\\slash",
                "\"quoted\"",
                ""
            })
    void shellReadsExactlyWhatWasGiven(String value) throws IOException {
        String script =
                rendered("#!/bin/sh\nprintf %s \"$X\"", Map.of("X", value), variable("X", null, false, null, false));
        Process shell = new ProcessBuilder("/bin/sh", "-c", script).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Test
    void everyWrongValueIsNamed() {
        assertThat(wrongFields(
                        Map.of("COLOR", "green", "NOT_ASKED", "x", "DB_PASSWORD", "x".repeat(5_000)),
                        DOMAIN,
                        COLOR,
                        SECRET))
                .containsExactlyInAnyOrder(
                        "stackScriptData.DOMAIN",
                        "stackScriptData.COLOR",
                        "stackScriptData.NOT_ASKED",
                        "stackScriptData.DB_PASSWORD");
        assertThat(wrongFields(Map.of("DOMAIN", ""), DOMAIN)).containsExactly("stackScriptData.DOMAIN");
    }

    @Test
    void secretValuesRunAndAreNotShown() {
        RenderedScript script = new Rendering(new ScriptData("env", List.of(DOMAIN, SECRET)))
                .with(Map.of("DOMAIN", "a.example", "DB_PASSWORD", "hush"));
        assertThat(script.text()).contains("export DB_PASSWORD='hush'");
        assertThat(script.shown()).isEqualTo(Map.of("DOMAIN", "a.example"));
        assertThat(script.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/usr/bin/python3\nprint()", "#!/bin/false", "#!"})
    void onlyShellScriptsAreTaken(String script) {
        assertThatThrownBy(() -> new ScriptData(script, List.of()).check()).hasMessageContaining("shell script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\n", "#! /bin/bash -eu\n", "#!/usr/bin/env bash\n", "#!/usr/bin/zsh\n", "echo"})
    void shellsOfManyKindsAreTaken(String script) {
        new ScriptData(script, List.of()).check();
    }

    @Test
    void variablesThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> new ScriptData("env", List.of(DOMAIN, DOMAIN)).check())
                .hasMessageContaining("declared twice");
        assertThatThrownBy(() -> check(variable("A", "green", false, List.of("red"), false)))
                .hasMessageContaining("default");
        assertThatThrownBy(() -> check(variable("A", "hush", false, null, true)))
                .hasMessageContaining("secret");
    }

    private static void check(ScriptVariable variable) {
        new ScriptData("env", List.of(variable)).check();
    }

    private static String rendered(String script, Map<String, String> given, ScriptVariable... variables) {
        return new Rendering(new ScriptData(script, List.of(variables)))
                .with(given)
                .text();
    }

    private static Stream<String> wrongFields(Map<String, String> given, ScriptVariable... variables) {
        ThrowingCallable rendering = () -> rendered("env", given, variables);
        Problem problem = catchThrowableOfType(Problem.class, rendering);
        return problem.body(null).errors().stream().map(FieldProblem::field);
    }

    private static ScriptVariable variable(
            String name, @Nullable String value, boolean required, @Nullable List<String> oneOf, boolean secret) {
        return new ScriptVariable(name, null, value, required, oneOf, secret);
    }
}
