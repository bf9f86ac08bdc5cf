package dev.drydock.helm.template;

/** What stands where there is no value. */
enum Absent {
    /** The zero reflect.Value. */
    INVALID,
    /** The mark of a command that is not fed by another. */
    MISSING
}
