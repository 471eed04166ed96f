package io.skyholm.runtime.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a list shows rows that have been deleted; one that is not asked shows only those that live. */
@Schema(
        enumeration = {"only", "include"},
        description = "`only` lists what has been deleted and is still kept, `include` both; without it, what lives")
public enum Deleted {
    ONLY("only"),
    INCLUDE("include");

    private final String text;

    Deleted(String text) {
        this.text = text;
    }

    /** As callers write it. */
    @Override
    public String toString() {
        return text;
    }
}
