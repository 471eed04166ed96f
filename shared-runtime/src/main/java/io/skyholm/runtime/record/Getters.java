package io.skyholm.runtime.record;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Calls a method handle that takes one object and answers with one. */
public final class Getters {

    private Getters() {}

    /** What the handle, whose type is {@code (Object)Object}, answers for that object. */
    public static @Nullable Object get(MethodHandle handle, Object of) {
        try {
            return (Object) handle.invokeExact(of);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }
}
