package io.skyholm.compute.template;

/** What a template is meant for. */
public enum UseCase {
    AI_APPLICATION,
    GRAPHICS_RENDERING,
    GAMING_HIGH_PERFORMANCE,
    LIGHTWEIGHT_OFFICE,
    WEB_SERVER,
    DATABASE,
    DEVELOPMENT,
    GENERAL
}
