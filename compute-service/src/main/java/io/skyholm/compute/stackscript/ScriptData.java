package io.skyholm.compute.stackscript;

import io.skyholm.events.EventJson;
import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A script and what it asks for. */
public record ScriptData(
        @Schema(description = "A shell script; it may begin with the line that names its shell")
        @NotNull @Size(min = 1, max = LONGEST_SCRIPT) String script,

        @Size(max = 50) List<@NotNull @Valid ScriptVariable> variables) {

    /** With its variables it has to fit into what cloud-init takes. */
    static final int LONGEST_SCRIPT = 32_768;

    /** The header that gives a script its variables is written for a shell. */
    private static final Pattern SHELL = Pattern.compile("#! *(/usr)?/bin/(env +)?(ba|da|k|z)?sh( .*)?");

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public ScriptData {
        variables = variables == null ? List.of() : variables;
    }

    static ScriptData read(String column) {
        return EventJson.read(column, ScriptData.class);
    }

    String text() {
        return EventJson.write(this);
    }

    /** Its first line, if that names its shell. */
    boolean namesItsShell() {
        return script.startsWith("#!");
    }

    /** Refuses what contradicts itself. */
    void check() {
        List<FieldProblem> wrong = new ArrayList<>();
        if (namesItsShell()
                && !SHELL.matcher(script.lines().findFirst().orElse("")).matches()) {
            wrong.add(new FieldProblem(
                    "scriptData.script", "must be a shell script, such as one that begins with #!/bin/bash"));
        }
        Set<String> names = new HashSet<>();
        for (ScriptVariable variable : variables) {
            if (!names.add(variable.name())) {
                wrong.add(problem(variable, "is declared twice"));
            }
            String value = variable.defaultValue();
            if (value != null && !variable.admits(value)) {
                wrong.add(problem(variable, "has a default that it may not have"));
            }
            if (value != null && variable.isSecret()) {
                wrong.add(problem(variable, "is secret and so can have no default"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private static FieldProblem problem(ScriptVariable variable, String message) {
        return new FieldProblem("scriptData.variables", variable.name() + " " + message);
    }
}
