package io.skyholm.compute.instance;

import io.skyholm.compute.stackscript.RenderedScript;
import io.skyholm.compute.stackscript.StackScripts;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.access.Caller;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The script of an instance as it was when the instance was made, kept sealed: the values it was given may be secrets. */
@Singleton
class ScriptData {

    private final StackScripts scripts;
    private final Envelope envelope;

    ScriptData(StackScripts scripts, Envelope envelope) {
        this.scripts = scripts;
        this.envelope = envelope;
    }

    /** The script with its values, sealed; empty if none is asked for. */
    Uni<Optional<String>> of(Caller caller, CreateInstance command) {
        if (command.stackScriptId() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        Map<String, String> values = command.stackScriptData() == null ? Map.of() : command.stackScriptData();
        return scripts.render(caller.scope(), command.stackScriptId(), values).map(script -> Optional.of(seal(script)));
    }

    Optional<RenderedScript> open(@Nullable String sealed) {
        return Optional.ofNullable(sealed)
                .map(text -> envelope.open(EventJson.read(text, Sealed.class)))
                .map(text -> EventJson.read(text, RenderedScript.class));
    }

    private String seal(RenderedScript script) {
        if (!envelope.canSeal()) {
            throw InstanceProblems.noKey();
        }
        return EventJson.write(envelope.seal(EventJson.write(script)));
    }
}
