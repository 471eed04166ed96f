package io.skyholm.agent.pool.rbd;

import com.ceph.rbd.jna.Rbd;
import com.sun.jna.Function;
import com.sun.jna.InvocationMapper;
import com.sun.jna.Library;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hears of every call of Ceph's libraries before it is made, on the thread that makes it. JNA asks for it where an interface to a library is made, which the
 * agent does by itself, so that it is put there afterwards: nothing of what is tested knows of it.
 */
final class NativeCalls {

    private static final Listener NOBODY = call -> {};
    private static volatile Listener listener = NOBODY;

    static {
        for (Library library : List.of(Rbd.INSTANCE, Librbd.LIBRARY, Librados.LIBRARY)) {
            heard((Library.Handler) Proxy.getInvocationHandler(library));
        }
    }

    private NativeCalls() {}

    /** Hears the name of a call; one that does not return keeps it from being made. */
    @FunctionalInterface
    interface Listener {

        void before(String call);
    }

    static void hear(Listener next) {
        listener = next;
    }

    static void hearNoMore() {
        listener = NOBODY;
    }

    private static void heard(Library.Handler library) {
        try {
            InvocationMapper mapper = (nativeLibrary, method) -> heard(nativeLibrary.getFunction(method.getName()));
            field("invocationMapper").set(library, mapper);
            // What was called before is known by its function.
            ((Map<?, ?>) field("functions").get(library)).clear();
        } catch (IllegalAccessException | NoSuchFieldException another) {
            throw new IllegalStateException("JNA is not what it was", another);
        }
    }

    private static Field field(String name) throws NoSuchFieldException {
        Field field = Library.Handler.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static InvocationHandler heard(Function function) {
        return (library, method, arguments) -> {
            listener.before(method.getName());
            return function.invoke(method.getReturnType(), arguments, options(method));
        };
    }

    private static Map<String, Object> options(Method method) {
        Map<String, Object> options = new HashMap<>();
        options.put("invoking-method", method);
        return options;
    }
}
