package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/**
 * Options of a write.
 *
 * @param fieldManager field manager, empty for the one that the user agent names
 * @param dryRun whether nothing is stored
 * @param force whether an apply takes fields from their owners
 * @param fieldValidation treatment of unknown fields
 */
@API(status = API.Status.STABLE, since = "0.1")
public record WriteOptions(String fieldManager, boolean dryRun, boolean force, FieldValidation fieldValidation) {

    /** The server's defaults with a field manager. */
    public static WriteOptions as(String fieldManager) {
        return new WriteOptions(fieldManager, false, false, FieldValidation.WARN);
    }

    /** The same as a dry run. */
    public WriteOptions withDryRun() {
        return new WriteOptions(fieldManager, true, force, fieldValidation);
    }

    /** The same with force. */
    public WriteOptions withForce() {
        return new WriteOptions(fieldManager, dryRun, true, fieldValidation);
    }

    /** The same with another treatment of unknown fields. */
    public WriteOptions with(FieldValidation validation) {
        return new WriteOptions(fieldManager, dryRun, force, validation);
    }
}
