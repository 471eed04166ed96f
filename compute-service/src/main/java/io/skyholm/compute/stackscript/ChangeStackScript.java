package io.skyholm.compute.stackscript;

import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a script: a field that is left out stays, one that is null is cleared. Scripts that ran stay what they were. */
public record ChangeStackScript(
        @Name @Nullable String name,
        @Nullable Optional<@Name String> externalId,
        @Valid @Nullable ScriptData scriptData,
        @Nullable Optional<@Text String> description,
        @Nullable Boolean isActive,
        @Nullable Boolean isPublic) {

    /** Refuses a script that contradicts itself, and one that anybody but the platform makes public. */
    void applyTo(StackScript script, Caller caller) {
        if (scriptData != null) {
            scriptData.check();
        }
        StackScriptProblems.requirePlatformIfPublic(isPublic, caller);
        script.name = Patch.of(name, script.name);
        script.externalId = Patch.of(externalId, script.externalId);
        script.scriptData = Patch.of(scriptData, script.scriptData);
        script.description = Patch.of(description, script.description);
        script.isActive = Patch.of(isActive, script.isActive);
        script.isPublic = Patch.of(isPublic, script.isPublic);
    }
}
