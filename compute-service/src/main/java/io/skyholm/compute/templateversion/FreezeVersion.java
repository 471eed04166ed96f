package io.skyholm.compute.templateversion;

import io.skyholm.compute.template.Version;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** That what a template is now shall be kept under a number. */
public record FreezeVersion(
        @NotNull @Version String versionNumber,
        @Text @Nullable String changelog) {}
