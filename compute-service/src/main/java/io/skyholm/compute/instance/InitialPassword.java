package io.skyholm.compute.instance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an instance can first be entered with; it is shown once and then forgotten. */
@Schema(name = "InitialPassword")
public record InitialPassword(String username, String password) {}
