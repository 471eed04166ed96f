package io.skyholm.runtime.http;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * Tells apart, in the body of a PATCH, a field that is not there (null: leave it) from one that is null (empty: clear
 * it).
 */
final class PatchModule extends SimpleModule {

    PatchModule() {
        super("skyholm-patch");
    }

    @Override
    public void setupModule(SetupContext context) {
        new Jdk8Module().configureReadAbsentAsNull(true).setupModule(context);
    }
}
