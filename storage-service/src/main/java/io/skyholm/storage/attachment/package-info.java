/** Attachments: which instances have which disks. */
@NullMarked
package io.skyholm.storage.attachment;

import org.jspecify.annotations.NullMarked;
