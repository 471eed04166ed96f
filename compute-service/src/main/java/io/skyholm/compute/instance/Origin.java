package io.skyholm.compute.instance;

import io.skyholm.compute.size.Chosen;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an instance is made of, and what runs when it first starts. */
@Embeddable
class Origin {

    @Nullable UUID templateId;

    @Nullable String templateVersion;

    @Nullable String image;

    @Nullable String userData;

    @Nullable UUID stackScriptId;

    /** Sealed: it may hold secrets. */
    @Nullable String stackScriptData;

    String[] sshKeys;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Origin() {}

    Origin(Start start) {
        CreateInstance command = start.command();
        Chosen chosen = start.chosen();
        templateId = chosen.templateId();
        templateVersion = chosen.templateVersion();
        image = command.image() == null ? chosen.image() : command.image();
        userData = command.userData() == null ? chosen.userData() : command.userData();
        stackScriptId = command.stackScriptId();
        stackScriptData = start.scriptData();
        sshKeys = Texts.array(command.sshKeys() == null ? List.of() : command.sshKeys());
    }

    /** What was not said stays; a template that was asked says all of it. */
    void rebuilt(RebuildInstance request) {
        image = request.image() == null ? image : request.image();
        if (request.asksATemplate() || request.userData() != null) {
            userData = request.userData();
        }
        if (request.asksATemplate()) {
            templateId = request.templateId();
            templateVersion = request.templateVersion();
        }
    }
}
