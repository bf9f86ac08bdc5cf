package dev.drydock.scenario;

import dev.drydock.yaml.Location;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One step: operations in order, then checks.
 *
 * @param name what happens, in words
 * @param as who acts
 * @param operations what is done
 * @param expect what must hold after the last operation
 * @param location where the step begins
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Step(String name, Actor as, List<Operation> operations, List<Check> expect, Location location) {

    /** A step with copies of the lists. */
    public Step {
        operations = List.copyOf(operations);
        expect = List.copyOf(expect);
    }
}
