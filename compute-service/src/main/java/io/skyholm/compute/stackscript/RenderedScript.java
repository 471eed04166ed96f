package io.skyholm.compute.stackscript;

import java.util.Map;

/**
 * A script with the values that it was given.
 *
 * @param text what runs at first boot
 * @param shown the values that may be shown again: all but the secret ones
 */
public record RenderedScript(String text, Map<String, String> shown) {

    /** Nobody reads its secrets in a log. */
    @Override
    public String toString() {
        return "RenderedScript";
    }
}
