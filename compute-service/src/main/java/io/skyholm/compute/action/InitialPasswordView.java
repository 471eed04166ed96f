package io.skyholm.compute.action;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an instance can be entered with, first or after a reset; it is shown once and then forgotten. */
@Schema(name = "InitialPassword")
public record InitialPasswordView(String username, String password) {}
