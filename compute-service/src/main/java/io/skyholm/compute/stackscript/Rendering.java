package io.skyholm.compute.stackscript;

import io.skyholm.runtime.problem.FieldProblem;
import io.skyholm.runtime.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the values that somebody gave before a script, as a header that its shell reads. */
final class Rendering {

    private static final String FIELD = "stackScriptData";
    private static final String USUAL_SHELL = "#!/bin/sh";

    private final ScriptData data;

    Rendering(ScriptData data) {
        this.data = data;
    }

    /** The script as it runs; fails with a problem that names each value that is missing, unknown or not allowed. */
    RenderedScript with(Map<String, String> given) {
        List<FieldProblem> wrong = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> shown = new LinkedHashMap<>();
        for (ScriptVariable variable : data.variables()) {
            String value = given.getOrDefault(variable.name(), variable.defaultValue());
            if (value == null) {
                if (variable.isRequired()) {
                    wrong.add(problem(variable.name(), "is required"));
                }
                continue;
            }
            judge(variable, value, wrong);
            values.put(variable.name(), value);
            if (!variable.isSecret()) {
                shown.put(variable.name(), value);
            }
        }
        refuseUnknown(given, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new RenderedScript(text(values), shown);
    }

    private static void judge(ScriptVariable variable, String value, List<FieldProblem> wrong) {
        if (!variable.admits(value)) {
            wrong.add(problem(variable.name(), "must be one of " + variable.oneOf()));
        }
        if (value.length() > ScriptVariable.LONGEST_VALUE) {
            wrong.add(
                    problem(variable.name(), "must be at most %d characters".formatted(ScriptVariable.LONGEST_VALUE)));
        }
        if (variable.isRequired() && value.isEmpty()) {
            wrong.add(problem(variable.name(), "is required"));
        }
    }

    private void refuseUnknown(Map<String, String> given, List<FieldProblem> wrong) {
        List<String> known = data.variables().stream().map(ScriptVariable::name).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> wrong.add(problem(name, "is not asked for; the script asks for " + known)));
    }

    private String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        String script = data.script();
        int firstLine = data.namesItsShell() ? endOfFirstLine(script) : 0;
        text.append(
                        firstLine == 0
                                ? USUAL_SHELL
                                : script.substring(0, firstLine).stripTrailing())
                .append('\n');
        values.forEach((name, value) -> text.append("export ")
                .append(name)
                .append('=')
                .append(quoted(value))
                .append('\n'));
        return text.append(script, firstLine, script.length()).toString();
    }

    private static int endOfFirstLine(String script) {
        int end = script.indexOf('\n');
        return end < 0 ? script.length() : end + 1;
    }

    /** Between single quotes a shell reads everything as it is, but for the quote itself. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static FieldProblem problem(String name, String message) {
        return new FieldProblem(FIELD + "." + name, message);
    }
}
