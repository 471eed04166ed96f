package io.skyholm.compute.instance;

import io.skyholm.compute.size.ResolvedLaunch;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.IoLimits;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an instance's disk is made from, and what runs when it first boots. */
@Embeddable
public class BootSource {

    /**
     * What a request only names.
     *
     * @param sealedScript the script that runs, sealed
     * @param catalogueKeys the keys of the catalogue that open the instance
     */
    record Named(@Nullable String sealedScript, List<String> catalogueKeys) {}

    /** What a disk is made from. */
    record Source(
            @Nullable String image,
            @Nullable UUID imageVersionId,
            @Nullable String userData,
            @Nullable UUID templateId,
            @Nullable String templateVersion) {}

    private @Nullable UUID templateId;

    @Nullable String templateVersion;

    private @Nullable String image;

    @Nullable UUID imageVersionId;

    /** Each disk with the bytes of a version is so, also the one that a rebuild makes. */
    private boolean bootDiskEncrypted;

    /** How fast its host lets it use its boot disk; null for as fast as it can. */
    private @Nullable Integer bootDiskMaxIops;

    private @Nullable Integer bootDiskMaxMibPerSecond;

    private @Nullable String userData;

    @Nullable UUID stackScriptId;

    /** Sealed: it may hold secrets. */
    private @Nullable String stackScriptData;

    private String[] sshKeys = new String[0];

    /** What its host was last told to make its disk from. */
    private @Nullable String toldSource;

    protected BootSource() {}

    /** What a plan or a template gives, and nothing else. */
    public BootSource(ResolvedLaunch chosen) {
        templateId = chosen.templateId();
        templateVersion = chosen.templateVersion();
        image = chosen.image();
        imageVersionId = chosen.imageVersionId();
        userData = chosen.userData();
    }

    BootSource(CreateInstance command, ResolvedLaunch chosen, Named named) {
        this(chosen);
        if (command.image() != null) {
            named(command.image());
        }
        if (command.encryptsBootDisk() && imageVersionId == null) {
            throw InstanceProblems.noBootDiskToEncrypt();
        }
        bootDiskEncrypted = command.encryptsBootDisk();
        bootDiskMaxIops = limit("bootDiskMaxIops", command.bootDiskMaxIops());
        bootDiskMaxMibPerSecond = limit("bootDiskMaxMibPerSecond", command.bootDiskMaxMibPerSecond());
        userData = command.userData() == null ? userData : command.userData();
        stackScriptId = command.stackScriptId();
        stackScriptData = named.sealedScript();
        sshKeys = Stream.concat(
                        Stream.ofNullable(command.sshKeys()).flatMap(List::stream), named.catalogueKeys().stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** What is left out of a change stays. */
    void change(ChangeInstance command) {
        if (command.bootDiskMaxIops() != null) {
            bootDiskMaxIops = limit("bootDiskMaxIops", command.bootDiskMaxIops().orElse(null));
        }
        if (command.bootDiskMaxMibPerSecond() != null) {
            bootDiskMaxMibPerSecond = limit(
                    "bootDiskMaxMibPerSecond", command.bootDiskMaxMibPerSecond().orElse(null));
        }
    }

    /** Only a disk of its own has limits: what an image's name stands for its host knows alone. */
    private @Nullable Integer limit(String field, @Nullable Integer wanted) {
        if (imageVersionId == null && wanted != null) {
            throw InstanceProblems.noBootDiskToLimit(field);
        }
        return wanted;
    }

    /** How fast its host lets it use its boot disk; null for as fast as it can, or where it has none of its own. */
    public @Nullable IoLimits bootDiskLimits() {
        boolean isFree = bootDiskMaxIops == null && bootDiskMaxMibPerSecond == null;
        return isFree || imageVersionId == null ? null : new IoLimits(bootDiskMaxIops, bootDiskMaxMibPerSecond);
    }

    @Nullable UUID templateId() {
        return templateId;
    }

    public @Nullable String image() {
        return image;
    }

    /** The version of an image whose bytes its boot disk begins with. */
    public @Nullable UUID imageVersionId() {
        return imageVersionId;
    }

    /** Whether its bytes are encrypted there. */
    boolean bootDiskEncrypted() {
        return bootDiskEncrypted;
    }

    private void named(String other) {
        image = other;
        imageVersionId = null;
    }

    public List<String> sshKeys() {
        return List.of(sshKeys);
    }

    public String userData() {
        return userData == null ? "" : userData;
    }

    /** The script that runs at first boot, sealed. */
    public @Nullable String sealedScript() {
        return stackScriptData;
    }

    /** What was not said stays; a template that was asked says all of it. */
    void rebuild(RebuildInstance request) {
        if (request.imageVersionId() != null) {
            image = null;
            imageVersionId = request.imageVersionId();
        } else if (request.image() != null) {
            named(request.image());
        }
        if (request.asksATemplate() || request.userData() != null) {
            userData = request.userData();
        }
        if (request.asksATemplate()) {
            templateId = request.templateId();
            templateVersion = request.templateVersion();
        }
    }

    public void told() {
        toldSource = EventJson.write(new Source(image, imageVersionId, userData, templateId, templateVersion));
    }

    /** Its disk is the one that its host was last told to make. */
    void keep() {
        Source told = EventJson.read(Objects.requireNonNull(toldSource), Source.class);
        image = told.image();
        imageVersionId = told.imageVersionId();
        userData = told.userData();
        templateId = told.templateId();
        templateVersion = told.templateVersion();
    }

    /**
     * Whoever has it from now on neither reads nor runs what was said for its first boot, and may know nothing of its template; its disk stays
     * what it was made from.
     */
    void forgetWhoMadeIt() {
        templateId = null;
        templateVersion = null;
        userData = null;
        stackScriptId = null;
        stackScriptData = null;
        sshKeys = new String[0];
        told();
    }

    /** The values that a script was given are not kept longer than what they were for. */
    void forgetScript() {
        stackScriptData = null;
    }
}
