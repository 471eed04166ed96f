/** Storage: images of disks with their versions, tags and bytes, and the data disks of tenants in storage pools. */
@NullMarked
package io.skyholm.storage;

import org.jspecify.annotations.NullMarked;
