package io.skyholm.compute.action;

import io.skyholm.compute.instance.Instance;
import io.skyholm.operations.Operation;

/** What becomes of an instance whose operation failed: always something that can be left again. */
enum ActionFailure {
    /** It is an error, and its machine is to do what it was asked last. */
    ERROR,
    /** It is an error, and off. */
    STOP,
    /** It is an error, and all it took is released. */
    RELEASE,
    /** It has the size from before, and is no error. */
    REVERT,
    /** It has the disk from before, and is no error unless its host may have begun to make another. */
    KEEP_DISK;

    void apply(Instance instance, Operation operation, String why) {
        switch (this) {
            case ERROR -> instance.progress().failed(why);
            case STOP -> instance.stopAndFail(why);
            case RELEASE -> {
                instance.deletion().release();
                instance.stopAndFail(why);
            }
            case KEEP_DISK -> {
                if (!instance.keepDisk()) {
                    instance.progress().failed(why);
                }
            }
            case REVERT -> {
                ResizeRequest request = operation.request(ResizeRequest.class);
                instance.resize(request.before(), request.planBefore());
            }
        }
    }
}
